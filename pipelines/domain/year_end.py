"""What the accountant looks at when the financial year ends."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class YearEndItem:
    """A credit note to provide for (4198: `days` after the year's end), or a store credit owed (4197: its age)."""

    account: str
    credit_note_number: str
    issued_on: date
    sold_on: date
    currency: str
    net: Decimal
    vat: Decimal
    gross: Decimal
    days: int
