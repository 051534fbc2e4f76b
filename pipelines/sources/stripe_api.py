"""Stripe's API objects as JSON: refunds, charges, disputes, payouts and balance transactions, in minor units."""

from collections.abc import Iterator

from pipelines.sources.json_objects import Object, first, from_epoch, inner, objects, text, truth
from pipelines.sources.minor_units import major
from pipelines.sources.movement_records import Movement, readings
from pipelines.sources.order_words import ORDER_KEYS, order_in
from pipelines.sources.signed_amounts import opposite
from pipelines.sources.source import Document, Excluded, Reading, RecordSource, Rejected
from pipelines.sources.stripe import TYPES

READ = frozenset({"refund", "charge", "payout", "dispute", "balance_transaction"})
STATUSES = {
    "succeeded": "succeeded",
    "pending": "pending",
    "requires_action": "pending",
    "failed": "failed",
    "canceled": "canceled",
}
PAYOUT_STATUSES = {
    "paid": "succeeded",
    "in_transit": "succeeded",
    "pending": "pending",
    "failed": "failed",
    "canceled": "canceled",
}


def recognises(document: Document) -> bool:
    """Stripe's objects say what they are under `object`, and count time in seconds."""
    return any(
        text(found, "object") in READ and "created" in found and "currency" in found for found in objects(document.json)
    )


def read(document: Document) -> Iterator[Reading]:
    """One reading per object. What has its balance transaction in the same file is read once, from the latter."""
    found = [item for item in objects(document.json) if text(item, "object") in READ and text(item, "id")]
    known = {text(item, "id"): item for item in found if text(item, "object") in {"refund", "charge", "dispute"}}
    settled = {text(item, "source") for item in found if text(item, "object") == "balance_transaction"}
    seen: set[str | None] = set()
    for row, item in enumerate(found, start=1):
        name = text(item, "id")
        if name in seen or (name in settled and text(item, "object") in {"refund", "charge", "dispute", "payout"}):
            yield Excluded(row, "repeated")
        else:
            seen.add(name)
            yield from _readings(row, item, known)


def _readings(row: int, item: Object, known: dict[str | None, Object]) -> Iterator[Reading]:
    match text(item, "object"):
        case "refund":
            yield from readings(row, _refund(item))
        case "charge":
            yield from readings(row, _charge(item))
        case "payout":
            yield from readings(row, _payout(item))
        case "dispute":
            yield Excluded(row, "no_money")
        case _:
            category = first(text(item, "reporting_category"), text(item, "type")) or ""
            if category not in TYPES and _amount(item, "amount") in {None, "0", "0.00"}:
                yield Rejected(row, "type", category, "unknown-type")
            else:
                yield from readings(row, _balance_transaction(item, category, known))


def _amount(item: Object, key: str) -> str | None:
    minor = text(item, key)
    return major(minor, text(item, "currency") or "") if minor else None


def _currency(item: Object) -> str | None:
    return (text(item, "currency") or "").upper() or None


def _order(item: Object) -> str | None:
    named = (text(item, "metadata", key) for key in ORDER_KEYS)
    return first(*named, order_in(text(item, "description")))


def _refund(item: Object) -> Movement:
    return Movement(
        provider="stripe",
        kind="refund",
        id=text(item, "id"),
        moved_at=from_epoch(text(item, "created")),
        gross=opposite(_amount(item, "amount")),
        currency=_currency(item),
        status=STATUSES.get(text(item, "status") or "", text(item, "status") or "succeeded"),
        payment_id=first(text(item, "charge"), text(item, "payment_intent")),
        order_reference=_order(item),
        credit_note_number=first(text(item, "metadata", "credit_note_number"), text(item, "metadata", "avoir")),
        description=first(text(item, "description"), text(item, "reason")),
    )


def _charge(item: Object) -> Movement:
    taken = truth(item, "captured") is not False and truth(item, "paid") is not False
    status = text(item, "status") or "succeeded"
    captured = _amount(item, "amount_captured")
    return Movement(
        provider="stripe",
        kind="payment",
        id=text(item, "id"),
        moved_at=from_epoch(text(item, "created")),
        gross=captured if captured not in {None, "0", "0.00"} else _amount(item, "amount"),
        currency=_currency(item),
        status=STATUSES.get(status, "failed") if taken else "failed" if status == "failed" else "authorization",
        order_reference=_order(item),
        customer_email=text(item, "billing_details", "email"),
        method=text(item, "payment_method_details", "type"),
        description=text(item, "description"),
    )


def _payout(item: Object) -> Movement:
    return Movement(
        provider="stripe",
        kind="payout",
        id=text(item, "id"),
        moved_at=from_epoch(first(text(item, "arrival_date"), text(item, "created"))),
        gross=opposite(_amount(item, "amount")),
        currency=_currency(item),
        status=PAYOUT_STATUSES.get(text(item, "status") or "", "pending"),
        bank_reference=first(text(item, "trace_id", "value"), text(item, "id")),
    )


def _balance_transaction(item: Object, category: str, known: dict[str | None, Object]) -> Movement:
    source = text(item, "source") or next((text(found, "id") for found in inner(item, "source")), None)
    kind = TYPES.get(category, "unknown")
    if kind == "adjustment" and (source or "").startswith(("dp_", "du_")):
        kind = "dispute" if (text(item, "amount") or "").startswith("-") else "dispute_reversal"
    moved = known.get(source, {})
    own = kind in {"fee", "adjustment", "unknown"} or category.startswith("payout_")
    description = first(text(item, "description"), text(moved, "description"), text(moved, "reason"))
    return Movement(
        provider="stripe",
        kind=kind,
        id=text(item, "id") if own else first(source, text(item, "id")),
        moved_at=from_epoch(text(item, "created")),
        gross=_amount(item, "amount"),
        currency=_currency(item),
        fee=_amount(item, "fee"),
        net=_amount(item, "net"),
        payment_id=first(text(moved, "charge"), text(moved, "payment_intent")),
        order_reference=first(_order(moved), order_in(text(item, "description"))),
        customer_email=text(moved, "billing_details", "email"),
        method=text(moved, "payment_method_details", "type"),
        description=f"{category} : {description}"
        if description and own
        else description or _unless_payment(kind, category),
        bank_reference=source,
    )


def _unless_payment(kind: str, category: str) -> str | None:
    """A payment without order is known by its id, not by the word "charge"."""
    return None if kind == "payment" else category


SOURCES = (RecordSource("stripe_api", recognises, read, provider="stripe"),)
