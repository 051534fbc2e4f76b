"""What `movements.py` says of tables, for the providers' APIs: one object that moved money becomes one record."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.sources.signed_amounts import exact, is_negative, opposite, unsigned
from pipelines.sources.source import Excluded, Reading, Record

REFUND_TYPES = frozenset({"refund", "refund_failure", "dispute", "dispute_reversal", "fee", "adjustment", "unknown"})
TAKES = frozenset({"refund", "dispute", "fee"})
GIVES = frozenset({"payment", "refund_failure", "dispute_reversal"})


@dataclass(frozen=True, slots=True)
class Movement:
    """Money that moved at a provider: `gross` and `net` signed as they change the balance, `fee` positive when kept."""

    provider: str
    kind: str
    id: str | None
    moved_at: str | None
    gross: str | None
    currency: str | None
    fee: str | None = None
    net: str | None = None
    status: str = "succeeded"
    payment_id: str | None = None
    order_reference: str | None = None
    credit_note_number: str | None = None
    customer_email: str | None = None
    method: str | None = None
    payout_id: str | None = None
    description: str | None = None
    bank_reference: str | None = None
    settlement_gross: str | None = None
    settlement_currency: str | None = None


def readings(row: int, movement: Movement) -> Iterator[Reading]:
    """The record of a movement. Nothing moved is excluded; a sign that contradicts the movement makes it unknown."""
    if movement.status != "succeeded" and movement.kind != "refund":
        yield Excluded(row, movement.status)
    elif exact(movement.gross) == 0 and not exact(movement.fee):
        yield Excluded(row, "no_money")
    elif movement.kind == "payout":
        yield Record("payouts", row, payout(movement))
    elif movement.kind == "payment" and not is_negative(movement.gross):
        yield Record("payments", row, payment(movement))
    else:
        yield Record("refunds", row, refund(movement))


def kind_of(movement: Movement) -> str:
    """The kind its sign allows."""
    takes = is_negative(movement.gross)
    if movement.kind == "fee" and not takes:
        return "adjustment"
    contradicted = takes if movement.kind in GIVES else movement.kind in TAKES and not takes
    return "unknown" if contradicted else movement.kind


def payment(movement: Movement) -> dict[str, str | None]:
    """The values of a payments row."""
    return {
        "provider": movement.provider,
        "payment_id": movement.payment_id or movement.id,
        "order_id": movement.order_reference or movement.payment_id or movement.id,
        "method": movement.method,
        "captured_at": movement.moved_at,
        "amount": movement.gross,
        "currency": movement.currency,
        "fee": movement.fee,
        "net": movement.net,
        "payout_id": movement.payout_id,
        "settlement_amount": movement.settlement_gross,
        "settlement_currency": movement.settlement_currency,
    }


def refund(movement: Movement) -> dict[str, str | None]:
    """The values of a refunds row."""
    kind = kind_of(movement)
    return {
        "provider": movement.provider,
        "refund_id": movement.id,
        "type": kind,
        "status": movement.status,
        "payment_id": movement.payment_id,
        "order_reference": movement.order_reference,
        "credit_note_number": movement.credit_note_number,
        "customer_email": movement.customer_email,
        "created_at": movement.moved_at,
        "gross": movement.gross if kind in {"adjustment", "unknown"} else unsigned(movement.gross),
        "fee": movement.fee,
        "net": movement.net,
        "currency": movement.currency,
        "payout_id": movement.payout_id,
        "description": movement.description,
        "settlement_gross": movement.settlement_gross,
        "settlement_currency": movement.settlement_currency,
    }


def payout(movement: Movement) -> dict[str, str | None]:
    """The values of a payouts row: what leaves the balance arrives at the bank."""
    return {
        "provider": movement.provider,
        "payout_id": movement.payout_id or movement.id,
        "paid_at": movement.moved_at,
        "amount": opposite(movement.net or movement.gross),
        "currency": movement.currency,
        "bank_reference": movement.bank_reference or movement.id,
    }
