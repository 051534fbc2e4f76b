"""One month's ledger as records: what the accountant's workbook shows, one record per row of each of its sheets.

A row is a named tuple: thousands of them are made, and sent to the process that writes the file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pipelines.domain.money import ZERO
from pipelines.domain.shop import Shop
from pipelines.domain.vat_return import VatAmount

OWED_IN_MONEY = frozenset({"refund", "unknown"})
OWED_NO_MORE = frozenset({"written_off", "cancelled"})


class LedgerCreditNote(NamedTuple):
    """A credit note issued in the month; `refunded` and `kept` are what was paid back, or kept, by the last day."""

    credit_note_number: str
    issued_on: date
    origin_invoices: Sequence[Mapping[str, object]]
    order_id: str
    customer: str | None
    country: str | None
    nature: str
    reason_code: str | None
    settlement: str
    currency: str
    net: Decimal
    vat: Decimal
    gross: Decimal
    refunded: Decimal
    kept: Decimal
    settled_on: date | None
    state: str
    numbered_by: str

    @property
    def remaining(self) -> Decimal:
        """What is still owed in money on the last day looked at."""
        is_owed = self.settlement in OWED_IN_MONEY and self.state not in OWED_NO_MORE
        return self.gross - self.refunded - self.kept if is_owed else ZERO


class LedgerRate(NamedTuple):
    """What one credit note gives back at one VAT rate, in percent."""

    credit_note_number: str
    vat_rate: Decimal
    net: Decimal
    vat: Decimal


class LedgerRefund(NamedTuple):
    """A movement of money of the month; `allocated` is what of it settles credit notes."""

    provider: str
    refund_id: str
    type: str
    status: str
    created_on: date
    order_reference: str | None
    currency: str
    gross: Decimal
    fee: Decimal | None
    net: Decimal | None
    credit_notes: str | None
    allocated: Decimal
    payout_id: str | None
    state: str
    source_name: str | None
    source_row: int

    @property
    def gap(self) -> Decimal:
        """What of a refund that reached the customer settles no credit note."""
        return self.gross - self.allocated if (self.type, self.status) == ("refund", "succeeded") else ZERO


class LedgerProof(NamedTuple):
    """The three legs of a return opened in the month."""

    proof_id: str
    opened_on: date
    order_id: str | None
    return_id: str | None
    credit_note_number: str | None
    document: str
    money: str
    goods: str
    currency: str
    credited: Decimal
    refunded: Decimal
    refund_due_on: date | None
    days_late: int | None
    increase_due: Decimal | None
    explanation: str


class LedgerAllocation(NamedTuple):
    """A part of a refund that settles part of a credit note; it stands in the month of either."""

    credit_note_number: str
    issued_on: date
    provider: str
    refund_id: str
    refunded_on: date
    currency: str
    amount: Decimal
    rule: str
    status: str
    explanation: str
    decided_by: str


class LedgerBreak(NamedTuple):
    """One thing that did not add up by the last day looked at, aged at that day."""

    break_id: str
    kind: str
    opened_on: date
    age_days: int
    credit_note_number: str | None
    provider: str | None
    refund_id: str | None
    order_id: str | None
    sku: str | None
    payout_id: str | None
    currency: str | None
    amount: Decimal | None
    vat_at_stake: Decimal | None
    expected: str | None
    found: str | None
    action: str
    status: str
    owner: str | None
    comment: str | None


class LedgerVat(NamedTuple):
    """VAT given back by the month's credit notes, per country of delivery, rate and quarter of the original supply."""

    country: str
    vat_rate: Decimal
    supply_quarter: str | None
    currency: str
    credit_notes: int
    net: Decimal
    vat: Decimal
    gross: Decimal


class LedgerLine(NamedTuple):
    """One journal line of the month: the 18 columns of the FEC, then the entry it belongs to."""

    journal_code: str
    journal_label: str
    entry_number: str
    entry_date: date
    account: str
    account_label: str
    auxiliary: str | None
    auxiliary_label: str | None
    piece: str
    piece_date: date
    label: str
    debit: Decimal
    credit: Decimal
    lettering: str | None
    lettered_on: date | None
    valid_on: date
    currency_amount: Decimal | None
    currency: str | None


class LedgerBalance(NamedTuple):
    """One account: balance before the month (debit positive), the month's movements."""

    account: str
    account_label: str
    opening: Decimal
    debit: Decimal
    credit: Decimal


class LedgerPayment(NamedTuple):
    """A part of a payment account's balance.

    `standing`: settled by an `earlier` payout, or by one `paid` in the month; there `before` the month; a `day` of
    takings or fees; a line still `standing`. `nature` is that of its entries: payment, fee, refund, payout.
    """

    account: str
    account_label: str
    standing: str
    nature: str | None
    entry_date: date
    piece: str | None
    label: str | None
    paid_on: date | None
    lines: int
    debit: Decimal
    credit: Decimal


class LedgerStock(NamedTuple):
    """One article in one place over the month: quantities and value at its end, what is apart, what is awaited."""

    sku: str
    place: str
    opening: Decimal
    received: Decimal
    restocked: Decimal
    issued: Decimal
    adjusted: Decimal
    closing: Decimal
    unit_cost: Decimal | None
    value: Decimal | None
    shop_quantity: Decimal | None
    drift: Decimal | None
    apart: Decimal | None = None
    apart_value: Decimal | None = None
    write_down: Decimal | None = None
    awaited: Decimal | None = None
    awaited_value: Decimal | None = None
    explanation: str | None = None


class LedgerControl(NamedTuple):
    """One control total: two totals that must tie."""

    number: int
    name: str
    left: Decimal | None
    right: Decimal | None
    difference: Decimal | None
    state: str
    detail: str


@dataclass(frozen=True, slots=True)
class MonthLedger:
    """One month of one shop, read whole; `until` is the last day looked at, `state` the month's."""

    shop: Shop
    month: str
    until: date
    state: str
    credit_notes: Sequence[LedgerCreditNote] = ()
    rates: Sequence[LedgerRate] = ()
    refunds: Sequence[LedgerRefund] = ()
    proofs: Sequence[LedgerProof] = ()
    allocations: Sequence[LedgerAllocation] = ()
    breaks: Sequence[LedgerBreak] = ()
    vat: Sequence[LedgerVat] = ()
    returns: Sequence[VatAmount] = ()
    lines: Sequence[LedgerLine] = ()
    balances: Sequence[LedgerBalance] = ()
    payments: Sequence[LedgerPayment] = ()
    stock: Sequence[LedgerStock] = ()
    controls: Sequence[LedgerControl] = ()
