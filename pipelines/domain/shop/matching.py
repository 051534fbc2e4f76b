"""Section [matching]: when an expectation falls due, and how far two amounts may stand apart."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Matching:
    """Delays in days, tolerance in the currency of the document."""

    refund_due_days: int = 14
    credit_note_due_days: int = 3
    tolerance: Decimal = Decimal("0.02")
    window_before_days: int = 10
    window_after_days: int = 60
    order_prefixes: tuple[str, ...] = ()
