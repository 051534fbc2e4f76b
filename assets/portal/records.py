"""What the portal's pages read from the shelf, one record per row of a query under `sql/shelf/`."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One open break."""

    break_id: str
    kind: str
    credit_note_number: str | None
    provider: str | None
    refund_id: str | None
    order_id: str | None
    sku: str | None
    payout_id: str | None
    amount: Decimal | None
    currency: str | None
    vat_at_stake: Decimal | None
    expected: str | None
    found: str | None
    opened_on: date
    age_days: int
    action: str
    owner: str | None
    comment: str | None

    @property
    def number(self) -> str | None:
        """The number whose story can be told."""
        return self.credit_note_number or self.refund_id or self.order_id

    @property
    def subject(self) -> str:
        """What it is about: a number, else an article, a payout or a provider; a hole of days is about none."""
        return self.number or self.sku or self.payout_id or self.provider or ""


@dataclass(frozen=True, slots=True)
class QueueCount:
    """Open breaks of one kind."""

    kind: str
    queue: str
    count: int
    amount: Decimal
    vat_at_stake: Decimal


@dataclass(frozen=True, slots=True)
class OwedReturn:
    """One return whose money has not all gone back."""

    proof_id: str
    order_id: str | None
    credit_note_number: str | None
    return_id: str | None
    credited: Decimal
    refunded: Decimal
    currency: str
    opened_on: date
    refund_due_on: date | None
    days_late: int | None
    increase_due: Decimal | None
    explanation: str

    @property
    def number(self) -> str | None:
        """The number whose story can be told."""
        return self.credit_note_number or self.return_id or self.order_id


@dataclass(frozen=True, slots=True)
class OwedTotal:
    """Everything still owed in one currency."""

    currency: str
    returns: int
    amount: Decimal
    late: int
    late_amount: Decimal
    increase: Decimal


@dataclass(frozen=True, slots=True)
class StockDrift:
    """One sku whose figure in the shop is not ours."""

    sku: str
    place: str
    day: date
    quantity: Decimal
    shop_quantity: Decimal
    drift: Decimal


@dataclass(frozen=True, slots=True)
class ReturnCase:
    """One return with the state of its three legs."""

    proof_id: str
    order_id: str | None
    return_id: str | None
    credit_note_number: str | None
    document: str
    money: str
    goods: str
    credited: Decimal
    refunded: Decimal
    currency: str
    opened_on: date
    refund_due_on: date | None
    days_late: int | None
    increase_due: Decimal | None
    explanation: str


@dataclass(frozen=True, slots=True)
class CaseNote:
    """The credit note of a return: its day, and how it is to be settled."""

    issued_on: date
    settlement: str


@dataclass(frozen=True, slots=True)
class Movement:
    """One movement of money at its provider, and what became of it."""

    provider: str
    refund_id: str
    type: str
    status: str
    created_on: date
    gross: Decimal
    currency: str
    state: str


@dataclass(frozen=True, slots=True)
class Stray(Movement):
    """One that settles no credit note, and the row it was read from."""

    source_file: str
    source_row: int


@dataclass(frozen=True, slots=True)
class Said:
    """One decision about a break."""

    break_id: str
    decided_at: datetime
    author: str
    action: str
    words: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class CaseRefund(Movement):
    """One tied to a credit note: for how much, by which rule, and the row it was read from."""

    amount: Decimal
    rule: str
    allocation: str
    explanation: str
    source_file: str
    source_row: int


@dataclass(frozen=True, slots=True)
class CaseBreak:
    """One thing that does not add up about a return."""

    kind: str
    expected: str | None
    found: str | None
    amount: Decimal | None
    currency: str | None
    opened_on: date
    age_days: int
    action: str
    owner: str | None
    comment: str | None
    status: str
