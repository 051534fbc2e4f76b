"""The firm's own FEC held against what we prove: what it lacks, doubles or books elsewhere, each in euros."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

ROOTS = ("411", "517", "4197", "4457", "707", "709")


class FindingKind(StrEnum):
    """What may differ."""

    NEVER_BOOKED = "credit_note_never_booked"
    BOOKED_TWICE = "credit_note_booked_twice"
    AMOUNT_DIFFERS = "credit_note_amount_differs"
    VAT_OVER_DECLARED = "vat_over_declared"
    STORE_CREDIT_NOT_BOOKED = "store_credit_not_booked"
    REFUND_NEVER_BOOKED = "refund_never_booked"
    REFUND_AS_EXPENSE = "refund_booked_as_expense"
    RETURN_WITHOUT_CREDIT_NOTE = "sales_debited_without_credit_note"


@dataclass(frozen=True, slots=True)
class FecLine:
    """One line of a FEC as read; a negative debit is a credit."""

    line: int
    journal: str
    entry: str
    booked_on: date
    account: str
    auxiliary: str
    piece: str
    label: str
    debit: Decimal
    credit: Decimal


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference: our figure, theirs, what is at stake, and the VAT declared too much because of it."""

    kind: str
    document: str
    day: date
    account: str
    entries: str | None
    ours: Decimal
    theirs: Decimal
    difference: Decimal
    vat_over_declared: Decimal


@dataclass(frozen=True, slots=True)
class ComparedAccount:
    """One root of accounts: what our documents post there, what the FEC posts for the same ones, and all it posts."""

    root: str
    our_debit: Decimal
    our_credit: Decimal
    their_debit: Decimal
    their_credit: Decimal
    whole_debit: Decimal
    whole_credit: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """A FEC compared, from its first entry to its last."""

    name: str
    shop: str
    first: date
    last: date
    lines: int
    accounts: Sequence[ComparedAccount]
    findings: Sequence[Finding]

    @property
    def vat_over_declared(self) -> Decimal:
        """All the VAT that was declared too much."""
        return sum((finding.vat_over_declared for finding in self.findings), Decimal("0.00"))
