"""Daily recaps: one entry for a day and journal, and its dated document with all behind it (PCG art. 1032-2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class RecapLine:
    """One posting a recap stands for: `piece` is the recap's reference, `document` what it was made from."""

    piece: str
    journal: str
    booked_on: date
    document: str
    wording: str
    account: str
    auxiliary: str | None
    debit: Decimal
    credit: Decimal
