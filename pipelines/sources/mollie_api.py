"""Mollie's API objects as JSON: payments, refunds, chargebacks, settlements, balances and their transactions, in major units."""

from collections.abc import Iterator
import json

from pipelines.sources.json_objects import Object, first, objects, text
from pipelines.sources.movement_records import Movement, readings
from pipelines.sources.order_words import ORDER_KEYS, order_in
from pipelines.sources.signed_amounts import opposite, unsigned
from pipelines.sources.source import Document, Excluded, Reading, RecordSource

READ = frozenset({"payment", "refund", "chargeback", "settlement", "balance_transaction", "balance"})
TAKEN = frozenset({"paid", "paidout", "captured"})
REFUND_STATUSES = {
    "queued": "pending", "pending": "pending", "processing": "pending", "refunded": "succeeded", "failed": "failed",
    "canceled": "canceled",
}  # fmt: skip
TRANSACTIONS = {
    "payment": "payment", "capture": "payment", "refund": "refund", "chargeback": "dispute", "returned-refund": "refund_failure",
    "failed-refund": "refund_failure", "chargeback-reversal": "dispute_reversal", "outgoing-transfer": "payout",
    "invoice-compensation": "adjustment", "balance-correction": "adjustment", "capital-payment": "adjustment",
    "application-fee": "fee", "split-payment": "adjustment", "platform-payment-refund": "adjustment", "balance-reserve": "adjustment",
    "balance-reserve-return": "adjustment", "canceled-outgoing-transfer": "payout", "returned-transfer": "payout", "topup": "adjustment",
}  # fmt: skip


def recognises(document: Document) -> bool:
    """Mollie's objects say what they are under `resource`."""
    return any(text(found, "resource") in READ for found in objects(document.json))


def read(document: Document) -> Iterator[Reading]:
    """One reading per object. A settlement known in the same file lends its reference, which the bank prints too."""
    found = [item for item in objects(document.json) if text(item, "resource") in READ]
    references = {text(item, "id"): text(item, "reference") for item in found if text(item, "resource") == "settlement"}
    for row, item in enumerate(found, start=1):
        yield from _readings(row, item, {name: reference for name, reference in references.items() if reference})


def _readings(row: int, item: Object, references: dict[str | None, str | None]) -> Iterator[Reading]:
    settlement = references.get(text(item, "settlementId"), text(item, "settlementId"))
    match text(item, "resource"):
        case "payment":
            yield from readings(row, _payment(item, settlement))
        case "refund":
            yield from readings(row, _refund(item, settlement))
        case "chargeback":
            yield from _chargeback(row, item, settlement)
        case "settlement":
            yield from readings(row, _settlement(item))
        case "balance":
            yield Excluded(row, "no_date")
        case _:
            yield from readings(row, _transaction(item, references))


def _money(item: Object, key: str) -> tuple[str | None, str | None]:
    return text(item, key, "value"), text(item, key, "currency")


def _settled(item: Object, amount: str | None, currency: str | None) -> tuple[str | None, str | None]:
    """The amount in the balance's own currency, where it is another than the customer's."""
    value, settled_in = _money(item, "settlementAmount")
    if settled_in is None or settled_in == currency:
        return None, None
    return (f"-{unsigned(value)}" if amount and amount.startswith("-") else value), settled_in


def _order(item: Object) -> str | None:
    metadata = item.get("metadata")
    if isinstance(metadata, str) and metadata.startswith("{"):
        metadata = _parsed(metadata)
    named = (text(metadata, key) for key in ORDER_KEYS)
    return first(*named, order_in(text(item, "description")))


def _parsed(value: str) -> object:
    try:
        return json.loads(value, parse_int=str, parse_float=str)
    except ValueError:
        return None


def _payment(item: Object, settlement: str | None) -> Movement:
    amount, currency = _money(item, "amount")
    settled, settled_in = _settled(item, amount, currency)
    status = text(item, "status") or ""
    return Movement(
        provider="mollie",
        kind="payment",
        id=text(item, "id"),
        moved_at=first(text(item, "paidAt"), text(item, "capturedAt"), text(item, "createdAt")),
        gross=amount,
        currency=currency,
        status="succeeded"
        if status in TAKEN
        else "failed"
        if status in {"failed", "expired", "canceled"}
        else "pending",
        order_reference=_order(item),
        method=text(item, "method"),
        payout_id=settlement,
        description=text(item, "description"),
        settlement_gross=settled,
        settlement_currency=settled_in,
    )


def _refund(item: Object, settlement: str | None) -> Movement:
    amount, currency = _money(item, "amount")
    settled, settled_in = _settled(item, opposite(unsigned(amount)), currency)
    status = text(item, "status") or "refunded"
    return Movement(
        provider="mollie",
        kind="refund",
        id=text(item, "id"),
        moved_at=text(item, "createdAt"),
        gross=opposite(unsigned(amount)),
        currency=currency,
        status=REFUND_STATUSES.get(status, status),
        payment_id=text(item, "paymentId"),
        order_reference=_order(item),
        payout_id=settlement,
        description=text(item, "description"),
        settlement_gross=settled,
        settlement_currency=settled_in,
    )


def _chargeback(row: int, item: Object, settlement: str | None) -> Iterator[Reading]:
    """The dispute, and its reversal when the money came back."""
    amount, currency = _money(item, "amount")
    for kind, moved_at in (("dispute", text(item, "createdAt")), ("dispute_reversal", text(item, "reversedAt"))):
        gross = opposite(unsigned(amount)) if kind == "dispute" else unsigned(amount)
        settled, settled_in = _settled(item, gross, currency)
        if moved_at:
            yield from readings(
                row,
                Movement(
                    provider="mollie",
                    kind=kind,
                    id=text(item, "id"),
                    moved_at=moved_at,
                    gross=gross,
                    currency=currency,
                    payment_id=text(item, "paymentId"),
                    payout_id=settlement if kind == "dispute" else None,
                    description="chargeback",
                    settlement_gross=unsigned(settled) if kind != "dispute" else settled,
                    settlement_currency=settled_in,
                ),
            )


def _settlement(item: Object) -> Movement:
    amount, currency = _money(item, "amount")
    status = text(item, "status") or ""
    return Movement(
        provider="mollie",
        kind="payout",
        id=first(text(item, "reference"), text(item, "id")),
        moved_at=first(text(item, "settledAt"), text(item, "createdAt")),
        gross=opposite(amount),
        currency=currency,
        status="succeeded" if status == "paidout" else "failed" if status == "failed" else "pending",
        bank_reference=text(item, "reference"),
    )


def _transaction(item: Object, references: dict[str | None, str | None]) -> Movement:
    gross, currency = _money(item, "initialAmount")
    net, _ = _money(item, "resultAmount")
    category = text(item, "type") or ""
    kind = TRANSACTIONS.get(category, "unknown")
    context = item.get("context")
    payment = _told(context, "paymentId")
    named = {
        "refund": "refundId",
        "refund_failure": "refundId",
        "dispute": "chargebackId",
        "dispute_reversal": "chargebackId",
    }
    settlement = _told(context, "settlementId")
    payout = references.get(settlement, settlement)
    own = {"payment": payment, "payout": payout}
    return Movement(
        provider="mollie",
        kind=kind,
        id=first(own[kind] if kind in own else _told(context, named.get(kind, "")), text(item, "id")),
        moved_at=text(item, "createdAt"),
        gross=gross,
        currency=currency,
        fee=opposite(text(item, "deductions", "value")),
        net=net,
        payment_id=payment,
        payout_id=payout,
        description=None if kind == "payment" else category,
    )


def _told(context: object, key: str) -> str | None:
    """What the context of a balance transaction says, at once or under the name of its type."""
    nested = context.values() if isinstance(context, dict) else ()
    return first(text(context, key), *(text(each, key) for each in nested))


SOURCES = (RecordSource("mollie_api", recognises, read, provider="mollie"),)
