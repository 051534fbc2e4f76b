"""Klarna's settlements API as JSON: transactions and payouts in minor units."""

from collections.abc import Iterator

from pipelines.sources.json_objects import Object, first, objects, text
from pipelines.sources.klarna import TYPES
from pipelines.sources.minor_units import major
from pipelines.sources.movement_records import Movement, readings
from pipelines.sources.signed_amounts import opposite, unsigned
from pipelines.sources.source import Document, Reading, RecordSource

TAKEN = frozenset({"RETURN", "FEE", "COMMISSION", "TAX", "REVERSAL", "HOLDBACK", "CHARGE"})


def recognises(document: Document) -> bool:
    """Transactions have a payment reference and a type; payouts their totals."""
    return any(_is_transaction(item) or _is_payout(item) for item in objects(document.json))


def read(document: Document) -> Iterator[Reading]:
    """One reading per transaction or payout."""
    found = [item for item in objects(document.json) if _is_transaction(item) or _is_payout(item)]
    for row, item in enumerate(found, start=1):
        yield from readings(row, _transaction(row, item) if _is_transaction(item) else _payout(item))


def _is_transaction(item: Object) -> bool:
    return "payment_reference" in item and "type" in item and "amount" in item


def _is_payout(item: Object) -> bool:
    return "payment_reference" in item and "totals" in item and "payout_date" in item


def _transaction(row: int, item: Object) -> Movement:
    word = (text(item, "type") or "").upper()
    currency = first(text(item, "currency_code"), text(item, "posting_currency")) or "EUR"
    amount = major(text(item, "amount") or "", currency)
    own = first(text(item, "refund_id"), text(item, "capture_id")) if word in {"SALE", "RETURN"} else None
    return Movement(
        provider="klarna",
        kind=TYPES.get(word, "unknown"),
        id=own or f"{word} {text(item, 'order_id')} {text(item, 'payment_reference')} {amount} {row}",
        moved_at=first(text(item, "capture_date"), text(item, "sale_date")),
        gross=opposite(unsigned(amount)) if word in TAKEN else amount,
        currency=currency,
        payment_id=first(text(item, "capture_id"), text(item, "order_id")),
        order_reference=first(
            text(item, "merchant_reference1"), text(item, "merchant_reference2"), text(item, "short_order_id")
        ),
        payout_id=text(item, "payment_reference"),
        description=None if word == "SALE" else word,
    )


def _payout(item: Object) -> Movement:
    currency = text(item, "currency_code") or "EUR"
    amount = text(item, "totals", "settlement_amount") or text(item, "totals", "payout_amount") or ""
    return Movement(
        provider="klarna",
        kind="payout",
        id=text(item, "payment_reference"),
        moved_at=text(item, "payout_date"),
        gross=opposite(major(amount, currency)),
        currency=currency,
        bank_reference=text(item, "payment_reference"),
    )


SOURCES = (RecordSource("klarna_api", recognises, read, provider="klarna"),)
