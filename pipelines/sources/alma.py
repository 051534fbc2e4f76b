"""Alma's refunds and payments of its API as JSON, in cents. Its accounting export publishes no columns: give it a mapping."""

from collections.abc import Iterator

from pipelines.sources.json_objects import Object, first, from_epoch, inner, objects, text
from pipelines.sources.minor_units import major
from pipelines.sources.movement_records import Movement, readings
from pipelines.sources.signed_amounts import opposite, unsigned
from pipelines.sources.source import Document, Reading, RecordSource


def recognises(document: Document) -> bool:
    """Payments count instalments, refunds name the merchant's reference, both in cents and seconds."""
    return any(_is_payment(item) or _is_refund(item) for item in objects(document.json))


def read(document: Document) -> Iterator[Reading]:
    """One reading per payment or refund; a refund inside a payment knows its payment."""
    row = 0
    for item in objects(document.json):
        if _is_payment(item):
            row += 1
            yield from readings(row, _payment(item))
            for refund in inner(item, "refunds"):
                row += 1
                yield from readings(row, _refund(refund, text(item, "id")))
    if not any(_is_payment(item) for item in objects(document.json)):
        for number, item in enumerate((each for each in objects(document.json) if _is_refund(each)), start=1):
            yield from readings(number, _refund(item, text(item, "payment_id")))


def _is_payment(item: Object) -> bool:
    return (
        "purchase_amount" in item and "installments_count" in item and (text(item, "id") or "").startswith("payment_")
    )


def _is_refund(item: Object) -> bool:
    return {"merchant_reference", "amount", "created"} <= item.keys() and "purchase_amount" not in item


def _payment(item: Object) -> Movement:
    return Movement(
        provider="alma",
        kind="payment",
        id=text(item, "id"),
        moved_at=from_epoch(text(item, "created")),
        gross=major(text(item, "purchase_amount") or "", "EUR"),
        currency="EUR",
        status="pending" if text(item, "state") in {"not_started", "scored_no"} else "succeeded",
        order_reference=first(
            *(text(order, "merchant_reference") for order in inner(item, "orders")),
            text(item, "custom_data", "order_id"),
        ),
        method=f"{text(item, 'installments_count')}x",
    )


def _refund(item: Object, payment_id: str | None) -> Movement:
    return Movement(
        provider="alma",
        kind="refund",
        id=text(item, "id"),
        moved_at=from_epoch(text(item, "created")),
        gross=opposite(unsigned(major(text(item, "amount") or "", "EUR"))),
        currency="EUR",
        payment_id=payment_id,
        order_reference=text(item, "merchant_reference"),
        description=first(text(item, "comment"), "refund"),
    )


SOURCES = (RecordSource("alma_api", recognises, read, provider="alma"),)
