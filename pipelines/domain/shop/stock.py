"""Section [stock]: where goods stand, how they are valued, and the shop's own habit of putting stock back."""

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize


class Valuation(StrEnum):
    """How goods are valued: weighted average cost (CUMP) or first in, first out."""

    WEIGHTED_AVERAGE = "cump"
    FIRST_IN_FIRST_OUT = "fifo"


@dataclass(frozen=True, slots=True)
class Stock:
    """One default place; codes that are not goods; order states by which the shop itself puts stock back.

    `bundles` are written `COFFRET = 2 x SAVON + BOUGIE`; `write_down_percent` is what goods that came back
    unsaleable lose of their cost (account 397).
    """

    place: str = "principal"
    valuation: Valuation = Valuation.WEIGHTED_AVERAGE
    pseudo_skus: tuple[str, ...] = ()
    restocking_states: tuple[str, ...] = ()
    perpetual_inventory: bool = False
    bundles: tuple[str, ...] = ()
    write_down_percent: int = 50


def plain(state: str) -> str:
    """A state of an order in small letters without accents, as states are compared."""
    return "".join(letter for letter in normalize("NFD", state.lower()) if letter.isascii())
