"""One month's books, read whole: what the exports and the closing folder are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.domain.controls import ControlTotal
from pipelines.domain.entries import EntryLine


@dataclass(frozen=True, slots=True)
class MonthBooks:
    """The entries of one month, in order of validation, then journal and number."""

    month: str
    last_day: date
    state: str
    siren: str
    currency: str
    lines: Sequence[EntryLine]
    controls: Sequence[ControlTotal] = ()
