"""The morning after a passage: what to do today, what changed since the last letter, what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

PAGES = {
    "stripe": "https://dashboard.stripe.com/payments/{payment_id}",
    "paypal": "https://www.paypal.com/activity/payment/{payment_id}",
    "mollie": "https://my.mollie.com/dashboard/payments/{payment_id}",
}
"""Where a merchant opens a payment, by provider."""


class Chore(StrEnum):
    """What one line of the list asks for, in the order the list asks."""

    PAY = "pay"
    DOCUMENT = "document"
    STOCK = "stock"
    CHECK = "check"


STOCK_KINDS = frozenset({"stock_drift", "restock_missing", "restocked_twice", "restock_without_receipt"})
DOCUMENT_KINDS = frozenset({"refund_without_credit_note", "return_without_credit_note"})
PAY_KINDS = frozenset({"credit_note_without_refund", "refund_under", "refund_failed", "refund_late"})


@dataclass(frozen=True, slots=True)
class Debt:
    """Money still owed to a customer, with the day the law or the shop's promise sets."""

    order_id: str | None
    credit_note_number: str | None
    amount: Decimal
    currency: str
    due_on: date | None
    days_late: int
    increase: Decimal | None
    provider: str | None
    payment_id: str | None

    @property
    def link(self) -> str:
        """Where to open the payment to refund, when the provider is one we know."""
        page = PAGES.get(self.provider or "", "")
        return page.format(payment_id=self.payment_id) if page and self.payment_id else ""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A line to type in the shop: what, how many, at which gross and rate."""

    title: str
    quantity: Decimal
    gross: Decimal
    vat_rate: Decimal


@dataclass(frozen=True, slots=True)
class DraftNote:
    """A credit note to establish."""

    order_id: str
    gross: Decimal
    currency: str
    explanation: str
    lines: tuple[DraftLine, ...]


@dataclass(frozen=True, slots=True)
class OpenBreak:
    """One thing that does not add up."""

    break_id: str
    kind: str
    subject: str
    amount: Decimal | None
    currency: str | None
    expected: str | None
    found: str | None
    action: str
    age_days: int

    @property
    def chore(self) -> Chore:
        """Under which heading of the list it stands."""
        if self.kind in STOCK_KINDS:
            return Chore.STOCK
        if self.kind in DOCUMENT_KINDS:
            return Chore.DOCUMENT
        return Chore.PAY if self.kind in PAY_KINDS else Chore.CHECK


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of an export that was refused, with its remedy; row 0 is the whole file."""

    name: str
    row: int
    column: str | None
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A control total that does not tie."""

    month: str
    number: int
    name: str
    difference: Decimal | None
    detail: str


@dataclass(frozen=True, slots=True)
class Morning:
    """Everything the letter and the list say. `changes` are ids of breaks that were not there the night before."""

    shop_name: str
    language: str
    as_of: date
    months: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]
    debts: tuple[Debt, ...]
    drafts: tuple[DraftNote, ...]
    breaks: tuple[OpenBreak, ...]
    changes: frozenset[str]
    gone: int
    refused: tuple[RefusedRow, ...]
    refused_count: int
    differing: tuple[Differing, ...]
    is_rebuilt: bool = False
    done: tuple[tuple[Chore, str], ...] = ()

    @property
    def has_changed(self) -> bool:
        """Whether there is anything the last letter did not say."""
        return bool(self.changes or self.gone or self.refused_count or self.differing or self.is_rebuilt or self.done)

    @property
    def ticks(self) -> dict[str, list[str]]:
        """What stands on the list, under each heading, by its number: the next night looks what became of it."""
        found = {
            Chore.PAY: [debt.credit_note_number or debt.order_id or "" for debt in self.debts],
            Chore.DOCUMENT: [draft.order_id for draft in self.drafts],
            Chore.STOCK: [found.subject for found in self.of(Chore.STOCK)],
        }
        return {str(chore): sorted(set(names)) for chore, names in found.items()}

    @property
    def new_breaks(self) -> tuple[OpenBreak, ...]:
        """What was not there the night before."""
        return tuple(found for found in self.breaks if found.break_id in self.changes)

    def of(self, chore: Chore) -> tuple[OpenBreak, ...]:
        """The breaks of one heading."""
        return tuple(found for found in self.breaks if found.chore is chore)


def done_since(before: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> tuple[tuple[Chore, str], ...]:
    """What stood on the list before and no longer does: done, and seen to be done."""
    return tuple(
        (Chore(chore), name) for chore, names in before.items() for name in names if name not in set(now.get(chore, ()))
    )
