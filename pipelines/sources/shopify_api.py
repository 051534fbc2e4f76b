"""Shopify's API objects as JSON: orders, refunds and their lines, transactions, payouts and their transactions.

Signs are those of the balance in payout transactions; a refund's own transactions are positive. A refund is known by the id
of its transaction in both, so that it is one.
"""

from collections.abc import Iterator

from pipelines.sources.gateways import provider_of
from pipelines.sources.json_objects import Object, first, inner, objects, text, truth
from pipelines.sources.movement_records import Movement, readings
from pipelines.sources.shopify_orders_api import order_records
from pipelines.sources.signed_amounts import opposite, unsigned
from pipelines.sources.source import Document, Excluded, Reading, Record, RecordSource

TYPES = {
    "charge": "payment", "refund": "refund", "refund_failure": "refund_failure", "dispute": "dispute", "chargeback": "dispute",
    "chargeback_hold": "dispute", "chargeback_fee": "fee", "fee": "fee", "chargeback_fee_refund": "adjustment",
    "chargeback_hold_release": "dispute_reversal", "dispute_reversal": "dispute_reversal", "payout": "payout",
    "payout_failure": "adjustment", "adjustment": "adjustment", "debit": "adjustment", "credit": "adjustment",
    "reserve": "adjustment", "reserved_funds": "adjustment", "retried_payout": "adjustment", "payout_cancellation": "adjustment",
    "transfer": "adjustment", "advance": "adjustment", "advance_funding": "adjustment", "refund_adjustment": "adjustment",
}  # fmt: skip
STATUSES = {"success": "succeeded", "pending": "pending", "failure": "failed", "error": "failed"}


def recognises(document: Document) -> bool:
    """Shopify's objects have no mark of their own: they are known by keys no other API puts together."""
    return any(_is_order(item) or _is_refund(item) or _is_movement(item) or _is_payout(item) or _is_transaction(item)
               for item in objects(document.json))  # fmt: skip


def read(document: Document) -> Iterator[Reading]:
    """One reading per object."""
    for row, item in enumerate(objects(document.json), start=1):
        if _is_order(item):
            yield from order_records(row, item)
        elif _is_refund(item):
            yield from _returns(row, item)
        elif _is_movement(item):
            yield from readings(row, _movement(item))
        elif _is_payout(item):
            yield from readings(row, _payout(item))
        elif _is_transaction(item):
            yield from _transaction(row, item)


def _is_order(item: Object) -> bool:
    return "line_items" in item and "financial_status" in item


def _is_refund(item: Object) -> bool:
    return "refund_line_items" in item and "order_id" in item


def _is_movement(item: Object) -> bool:
    return "payout_id" in item and "source_type" in item and "net" in item


def _is_payout(item: Object) -> bool:
    return "date" in item and "status" in item and "refunds_gross_amount" in (item.get("summary") or ())  # type: ignore[operator]


def _is_transaction(item: Object) -> bool:
    return "kind" in item and "gateway" in item and "amount" in item and "status" in item


def _returns(row: int, item: Object) -> Iterator[Reading]:
    """The goods of a refund: what Shopify restocked came back, the rest is not said."""
    for line in inner(item, "refund_line_items"):
        restocked = (
            text(line, "restock_type") in {"return", "cancel", "legacy_restock"} or truth(item, "restock") is True
        )
        article = next(iter(inner(line, "line_item")), {})
        yield Record(
            "returns",
            row,
            {
                "return_id": text(item, "id"),
                "order_id": text(item, "order_id"),
                "line_id": text(line, "line_item_id"),
                "sku": first(
                    text(article, "sku"), text(article, "name"), text(article, "title"), text(line, "line_item_id")
                ),
                "quantity": text(line, "quantity"),
                "notified_at": text(item, "created_at"),
                "received_at": text(item, "created_at") if restocked else None,
                "reason_text": text(item, "note"),
                "disposition": "restock" if restocked else None,
            },
        )
    if not inner(item, "refund_line_items"):
        yield Excluded(row, "no_goods")


def _transaction(row: int, item: Object) -> Iterator[Reading]:
    kind = text(item, "kind") or ""
    if kind not in {"sale", "capture", "refund"} or truth(item, "test"):
        yield Excluded(row, "test" if truth(item, "test") else "authorization")
        return
    gateway = text(item, "gateway") or ""
    status = text(item, "status") or ""
    amount = unsigned(text(item, "amount"))
    yield from readings(
        row,
        Movement(
            provider=provider_of(gateway),
            kind="refund" if kind == "refund" else "payment",
            id=text(item, "id"),
            moved_at=first(text(item, "processed_at"), text(item, "created_at")),
            gross=opposite(amount) if kind == "refund" else amount,
            currency=text(item, "currency"),
            status=STATUSES.get(status, status),
            payment_id=text(item, "parent_id") if kind == "refund" else None,
            order_reference=text(item, "order_id"),
            method=gateway,
            description=first(text(item, "message"), gateway),
        ),
    )


def _movement(item: Object) -> Movement:
    category = text(item, "type") or ""
    kind = TYPES.get(category, "unknown")
    traced = kind in {"payment", "refund", "refund_failure"}
    return Movement(
        provider="shopify_payments",
        kind=kind,
        id=first(text(item, "source_order_transaction_id") if traced else None, text(item, "id")),
        moved_at=text(item, "processed_at"),
        gross=text(item, "amount"),
        currency=text(item, "currency"),
        fee=text(item, "fee"),
        net=text(item, "net"),
        order_reference=text(item, "source_order_id"),
        payout_id=text(item, "payout_id"),
        bank_reference=text(item, "payout_id"),
        description=f"{category} : {text(item, 'source_type')}",
    )


def _payout(item: Object) -> Movement:
    status = text(item, "status") or ""
    return Movement(
        provider="shopify_payments",
        kind="payout",
        id=text(item, "id"),
        moved_at=f"{text(item, 'date')}T00:00:00Z",
        gross=opposite(text(item, "amount")),
        currency=text(item, "currency"),
        status={"paid": "succeeded", "in_transit": "succeeded", "failed": "failed", "canceled": "canceled"}.get(
            status, "pending"
        ),
        bank_reference=text(item, "bank_reference"),
    )


SOURCES = (RecordSource("shopify_api", recognises, read, provider="shopify_payments"),)
