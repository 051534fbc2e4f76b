"""WiziShop and Dropizi: orders and store credits of the API v3 as JSON, and its orders as CSV under the API's own names.

The shop's avoir is its store credit: amount, titles and VAT rates typed by hand, no article code. It is read as a credit note
whose settlement is not known. The only bridge to the payment provider is `transaction_number`.
"""

from collections.abc import Iterator
from decimal import Decimal

from pipelines.sources.gateways import provider_of
from pipelines.sources.json_objects import Object, first, inner, objects, text
from pipelines.sources.local_instants import instant
from pipelines.sources.order_lines import OrderRead, Values, address, records
from pipelines.sources.signed_amounts import CENT, exact, plain, rate_of
from pipelines.sources.source import Document, Reading, Record, RecordSource, Rejected

STATES = {
    "0": "abandoned", "5": "awaiting_payment", "10": "payment_to_check", "11": "awaiting_restock", "20": "to_prepare",
    "25": "in_preparation", "29": "partly_shipped", "30": "shipped", "35": "delivered", "40": "return_started", "45": "returned",
    "46": "refunded", "50": "cancelled",
}  # fmt: skip
"""The status codes of the API; a shop's own codes keep their words."""
UNSOLD = frozenset({"0", "5"})
SHIPPED = frozenset({"29", "30", "35", "40", "45", "46"})


def recognises(document: Document) -> bool:
    """Orders have `status_code` and `public_id`, store credits `id_com` and `total_amount`; a page may be empty."""
    page = document.json
    is_empty = isinstance(page, dict) and page.get("results") == [] and {"page", "pages", "limit"} <= page.keys()
    return is_empty or any(_is_order(item) or _is_store_credit(item) for item in objects(page))


def read(document: Document) -> Iterator[Reading]:
    """One reading per order or store credit, in lists, pages or alone."""
    zone = document.shop.get("time_zone") or "Europe/Paris"
    for row, item in enumerate(objects(document.json), start=1):
        if _is_order(item):
            yield from _order(row, item, zone)
        elif _is_store_credit(item):
            yield from _store_credit(row, item, document.shop.get("currency") or "EUR", zone)


def _is_order(item: Object) -> bool:
    return "status_code" in item and ("public_id" in item or "shippings" in item)


def _is_store_credit(item: Object) -> bool:
    return "id_com" in item and "total_amount" in item and ("details" in item or "id_legal" in item)


def _order(row: int, item: Object, zone: str) -> Iterator[Reading]:
    moment = instant(text(item, "date"), zone)
    order_id = first(text(item, "public_id"), text(item, "id"))
    billing, delivery = item.get("billing_address"), item.get("shipping_address")
    code = text(item, "status_code") or ""
    status = STATES.get(code, first(text(item, "status_text"), code) or "unknown")
    values = {
        "order_id": order_id,
        "order_alias": text(item, "id"),
        "ordered_at": moment,
        "invoice_number": text(item, "invoice_id"),
        "customer_id": text(item, "customer_id"),
        "customer_name": _name(billing) or _name(delivery),
        "customer_email": first(text(item, "customer", "email"), text(billing, "email"), text(delivery, "email")),
        **_address(billing or delivery, "customer_"),
        **_address(delivery, "delivery_"),
        "country": first(text(billing, "country_iso"), text(delivery, "country_iso")),
        "currency": first(text(item, "currency"), text(item, "currency", "code"), "EUR"),
        "status": status,
        "shipped_at": instant(first(text(item, "shipped_at"), text(item, "shipping_date")), zone),
        "updated_at": instant(first(text(item, "updated_at"), text(item, "status_date")), zone),
    }
    values.pop("customer_country")
    changed = instant(first(text(item, "status_date"), text(item, "updated_at"), text(item, "date")), zone)
    states = ((status, changed),) if changed else ()
    yield from records(row, OrderRead(values, _shared_discount(item, [*_lines(item)]), states))
    yield from _payment(row, item, order_id, moment, code)


def _name(holder: object) -> str | None:
    names = (
        first(text(holder, "firstname"), text(holder, "first_name")),
        first(text(holder, "lastname"), text(holder, "last_name")),
    )
    return first(" ".join(name for name in names if name), text(holder, "name"), text(holder, "company"))


def _address(holder: object, prefix: str) -> Values:
    keys = (
        ("address", "address1"),
        ("address2", "complement"),
        ("zipcode", "postcode", "zip_code", "zip"),
        ("city",),
        ("country_iso",),
    )
    parts = [first(*(text(holder, key) for key in known)) for known in keys]
    return address(prefix, parts)


def _lines(item: Object) -> Iterator[dict[str, str | None]]:
    for parcel in inner(item, "shippings"):
        for article in inner(parcel, "skus"):
            yield {
                "line_id": text(article, "id"),
                "line_type": "product",
                "sku": text(article, "sku"),
                "title": first(text(article, "title"), text(article, "sku")),
                "quantity": text(article, "quantity"),
                "unit_price_gross": _price(text(article, "price")),
                "vat_rate": _rate(article),
                "discount_gross": _price(text(article, "total_discount"))
                if exact(text(article, "total_discount"))
                else None,
            }
        if exact(text(parcel, "price")):
            yield {
                "line_id": f"port-{text(parcel, 'id') or 1}",
                "line_type": "shipping",
                "title": first(text(parcel, "name"), text(parcel, "mode"), "Port"),
                "quantity": "1",
                "unit_price_gross": _price(text(parcel, "price")),
                "vat_rate": _rate(parcel),
            }
    for rank, service in enumerate(inner(item, "service_details"), start=1):
        if exact(text(service, "prixttc")):
            yield {
                "line_id": f"service-{rank}",
                "line_type": "fee",
                "title": first(text(service, "type"), "Service"),
                "quantity": "1",
                "unit_price_gross": _price(text(service, "prixttc")),
                "vat_rate": _percent(text(service, "tva"), text(service, "prixht"), text(service, "prixttc")),
            }


def _shared_discount(item: Object, lines: list[dict[str, str | None]]) -> tuple[Values, ...]:
    """What the order's total takes off beyond the lines' own discounts, laid on the lines in the measure of each."""
    due = [_due(line) for line in lines]
    total = exact(text(item, "total_amount"))
    goods = sum((amount for amount, line in zip(due, lines, strict=True) if line["line_type"] == "product"), Decimal(0))
    left = sum(due, Decimal(0)) - total if total is not None else Decimal(0)
    if left <= 0 or goods < left:
        return tuple(lines)
    shared: list[Values] = []
    for line, amount in zip(lines, due, strict=True):
        share = (left * amount / goods).quantize(CENT) if line["line_type"] == "product" and goods else Decimal(0)
        left, goods = (left - share, goods - amount) if line["line_type"] == "product" else (left, goods)
        own = exact(line.get("discount_gross")) or Decimal(0)
        shared.append({**line, "discount_gross": plain(own + share) if own + share else None})
    return tuple(shared)


def _due(line: Values) -> Decimal:
    price, quantity = exact(line["unit_price_gross"]) or Decimal(0), exact(line["quantity"]) or Decimal(0)
    return (price * quantity).quantize(CENT) - (exact(line.get("discount_gross")) or Decimal(0))


def _price(value: str | None) -> str | None:
    number = exact(value)
    return plain(number, 6) if number is not None else value


def _rate(item: Object) -> str | None:
    return _percent(text(item, "tax"), text(item, "price_tax_excluded"), text(item, "price"))


def _percent(tax: str | None, net: str | None, gross: str | None) -> str | None:
    """The rate as declared. Some shops write the amount of tax where others write the rate: the prices tell them apart."""
    declared, before, after = exact(tax), exact(net), exact(gross)
    if before and after is not None and declared is not None and declared == after - before:
        return plain(rate_of(before, after))
    if declared is not None:
        return plain(declared)
    return plain(rate_of(before, after)) if before and after is not None else tax


def _payment(row: int, item: Object, order_id: str | None, moment: str | None, code: str) -> Iterator[Reading]:
    number = text(item, "transaction_number")
    if number and code not in UNSOLD:
        gateway = first(text(item, "payment_mode"), text(item, "payment_type"), text(item, "payment_label")) or "other"
        yield Record(
            "payments",
            row,
            {
                "provider": provider_of(gateway),
                "payment_id": number,
                "order_id": order_id,
                "method": first(text(item, "payment_label"), gateway),
                "captured_at": moment,
                "amount": _price(text(item, "total_amount")),
                "currency": first(text(item, "currency"), "EUR"),
            },
        )


def _store_credit(row: int, item: Object, currency: str, zone: str) -> Iterator[Reading]:
    """The lines of an avoir. Without lines its VAT is not written anywhere: it is refused rather than guessed."""
    number = first(text(item, "id_legal"), text(item, "id"))
    lines = inner(item, "details")
    if not lines:
        yield Rejected(row, "details", number or "", "credit-note-without-lines")
        return
    for rank, line in enumerate(lines, start=1):
        yield Record(
            "credit_notes",
            row,
            {
                "credit_note_number": number,
                "issued_at": instant(text(item, "created_at"), zone),
                "order_id": first(text(item, "public_id_com"), text(item, "id_com")),
                "settlement": "unknown",
                "currency": first(text(item, "currency"), currency),
                "line_id": text(line, "id") or str(rank),
                "line_type": _line_type(text(line, "title")),
                "title": first(text(line, "title"), text(item, "custom_text"), "Avoir"),
                "quantity": first(text(line, "quantity"), "1"),
                "unit_price_gross": _price(text(line, "price")),
                "vat_rate": _rate(line),
            },
        )


def _line_type(title: str | None) -> str:
    words = (title or "").casefold()
    return (
        "shipping"
        if words.startswith(("frais de port", "port ", "livraison", "frais de livraison", "expédition"))
        else "product"
    )


SOURCES = (RecordSource("wizishop_api", recognises, read),)
