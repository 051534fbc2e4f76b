"""Section [stock]: where goods stand, how they are valued, and the shop's own habit of putting stock back."""

from dataclasses import dataclass
from enum import StrEnum


class Valuation(StrEnum):
    """How goods are valued: weighted average cost (CUMP) or first in, first out."""

    WEIGHTED_AVERAGE = "cump"
    FIRST_IN_FIRST_OUT = "fifo"


@dataclass(frozen=True, slots=True)
class Stock:
    """One default place; codes that are not goods; order states by which the shop itself puts stock back."""

    place: str = "principal"
    valuation: Valuation = Valuation.WEIGHTED_AVERAGE
    pseudo_skus: tuple[str, ...] = ()
    restocking_states: tuple[str, ...] = ()
    perpetual_inventory: bool = False
