"""WooCommerce: orders and refunds of the REST API as JSON, and the Analytics export of orders.

A refund of WooCommerce is the shop's own document of money given back, whether the gateway was called or not: it is read as
a credit note, numbered after its order, and the gateway's own report tells of the money.
"""

from collections.abc import Iterator
from decimal import Decimal

from pipelines.sources.gateways import provider_of
from pipelines.sources.json_objects import Object, first, inner, objects, text, truth
from pipelines.sources.order_lines import OrderRead, Values, address, records
from pipelines.sources.signed_amounts import exact, plain, rate_of
from pipelines.sources.source import (
    Document,
    Header,
    Mapped,
    Reading,
    Record,
    RecordSource,
    Rejected,
    TableSource,
    optional,
)

ZERO = Decimal(0)
LINES = (("line_items", "product"), ("shipping_lines", "shipping"), ("fee_lines", "fee"))


def recognises(document: Document) -> bool:
    """Orders and refunds of the REST API have keys no other shop puts together."""
    return any(_is_order(item) or _is_refund(item) for item in objects(document.json))


def read(document: Document) -> Iterator[Reading]:
    """One reading per object. A refund alone does not name its order: `parent_id`, or the address it was asked at, does."""
    found = [item for item in objects(document.json) if _is_order(item) or _is_refund(item)]
    rates = {text(line, "rate_id"): text(line, "rate_percent") for item in found for line in inner(item, "tax_lines")}
    numbers = {text(item, "id"): text(item, "number") for item in found if _is_order(item)}
    currencies = {text(item, "id"): text(item, "currency") for item in found if _is_order(item)}
    for row, item in enumerate(found, start=1):
        if _is_order(item):
            yield from _order(row, item, rates)
        else:
            parent = _parent(item)
            currency = first(text(item, "currency"), currencies.get(parent), document.shop.get("currency"))
            yield from _refund(row, item, numbers.get(parent) or parent, currency, rates)


def _is_order(item: Object) -> bool:
    return "line_items" in item and "payment_method" in item and "billing" in item


def _is_refund(item: Object) -> bool:
    return "refunded_by" in item and "amount" in item


def _parent(item: Object) -> str | None:
    links = next(iter(inner(item.get("_links"), "up")), {})
    address_of = text(links, "href")
    return first(text(item, "parent_id"), address_of.rstrip("/").rsplit("/", 1)[-1] if address_of else None)


def _utc(item: Object, key: str) -> str | None:
    moment = text(item, f"{key}_gmt")
    return f"{moment.removesuffix('Z')}Z" if moment else None


def _order(row: int, item: Object, rates: dict[str | None, str | None]) -> Iterator[Reading]:
    billing, delivery = item.get("billing"), item.get("shipping")
    names = [name for name in (text(billing, "first_name"), text(billing, "last_name")) if name]
    values = {
        "order_id": first(text(item, "number"), text(item, "id")),
        "order_alias": text(item, "id"),
        "ordered_at": first(_utc(item, "date_created"), text(item, "date_created")),
        "customer_id": text(item, "customer_id"),
        "customer_name": first(" ".join(names), text(billing, "company")),
        "customer_email": text(billing, "email"),
        **_address(billing, "customer_"),
        **_address(delivery, "delivery_"),
        "country": first(text(billing, "country"), text(delivery, "country")),
        "currency": text(item, "currency"),
        "status": text(item, "status"),
        "shipped_at": _utc(item, "date_completed"),
        "updated_at": _utc(item, "date_modified"),
    }
    values.pop("customer_country")
    lines = tuple(line for key, kind in LINES for line in _lines(item, key, kind, rates))
    states = ((text(item, "status") or "", _utc(item, "date_modified")), ("completed", _utc(item, "date_completed")))
    yield from records(row, OrderRead(values, lines, tuple((status, at) for status, at in states if at and status)))
    yield from _payment(row, item)


def _address(holder: object, prefix: str) -> Values:
    parts = [text(holder, key) for key in ("address_1", "address_2", "postcode", "city", "country")]
    return address(prefix, parts)


def _payment(row: int, item: Object) -> Iterator[Reading]:
    taken = _utc(item, "date_paid")
    if taken and text(item, "transaction_id"):
        yield Record(
            "payments",
            row,
            {
                "provider": provider_of(text(item, "payment_method") or ""),
                "payment_id": text(item, "transaction_id"),
                "order_id": first(text(item, "number"), text(item, "id")),
                "method": first(text(item, "payment_method_title"), text(item, "payment_method")),
                "captured_at": taken,
                "amount": text(item, "total"),
                "currency": text(item, "currency"),
            },
        )


def _lines(item: Object, key: str, kind: str, rates: dict[str | None, str | None]) -> Iterator[Values]:
    """The lines of one key: prices before the discount, which stands beside them, VAT included."""
    for line in inner(item, key):
        net, gross = _amounts(line, "total")
        full = _amounts(line, "subtotal")[1] if "subtotal" in line else gross
        quantity = abs(exact(text(line, "quantity")) or Decimal(1)) or Decimal(1)
        if full or kind == "product":
            yield {
                "line_id": text(line, "id"),
                "line_type": kind,
                "sku": text(line, "sku"),
                "title": first(text(line, "name"), text(line, "method_title")) or kind,
                "quantity": plain(quantity, 3),
                "unit_price_gross": plain(abs(full) / quantity, 6),
                "vat_rate": _rate(line, abs(net), abs(gross), rates),
                "discount_gross": plain(abs(full) - abs(gross)) if abs(full) > abs(gross) else None,
            }


def _amounts(line: Object, key: str) -> tuple[Decimal, Decimal]:
    net = exact(text(line, key)) or ZERO
    return net, net + (exact(text(line, f"{key}_tax")) or ZERO)


def _rate(line: Object, net: Decimal, gross: Decimal, rates: dict[str | None, str | None]) -> str:
    """The rate the order's own tax lines declare for this line, else what its amounts say."""
    charged = [tax for tax in inner(line, "taxes") if exact(text(tax, "total"))]
    declared = [exact(rates.get(text(tax, "id"))) for tax in charged]
    if charged and all(rate is not None for rate in declared):
        return plain(sum((rate for rate in declared if rate is not None), ZERO))
    return plain(rate_of(net, gross))


def _refund(
    row: int, item: Object, order_id: str | None, currency: str | None, rates: dict[str | None, str | None]
) -> Iterator[Reading]:
    """The lines given back; an amount without lines has the only rate of the file, else its VAT is not known."""
    given_back = {
        key: [
            {**line, "subtotal": line.get("total"), "subtotal_tax": line.get("total_tax")} for line in inner(item, key)
        ]
        for key, _ in LINES
    }
    lines = [
        line for key, kind in LINES for line in _lines(given_back, key, kind, rates) if exact(line["unit_price_gross"])
    ]
    known = {rate for rate in rates.values() if rate}
    if not lines and len(known) == 1:
        lines = [_amount_alone(item, known.pop())]
    if not lines:
        yield Rejected(row, "line_items", text(item, "amount") or "", "credit-note-without-lines")
    for line in lines:
        yield Record(
            "credit_notes",
            row,
            {
                **{name: value for name, value in line.items() if name != "discount_gross"},
                "credit_note_number": f"{order_id}-R{text(item, 'id')}",
                "issued_at": first(_utc(item, "date_created"), text(item, "date_created")),
                "order_id": order_id,
                "nature": "return" if any(found["line_type"] == "product" for found in lines) else "price_reduction",
                "settlement": "refund" if truth(item, "refunded_payment") else "unknown",
                "currency": currency,
            },
        )


def _amount_alone(item: Object, rate: str) -> Values:
    return {
        "line_id": "amount",
        "line_type": "discount",
        "title": text(item, "reason") or "Remboursement",
        "quantity": "1",
        "unit_price_gross": text(item, "amount"),
        "vat_rate": plain(exact(rate) or ZERO),
    }


ANALYTICS = """
select source_row, order_number as order_id,
    case when starts_with(dot_amount(net_sales), '-') then 'refunded' else plain_words(status) end as status,
    iso_instant("date", $time_zone) as "at"
from staged
"""
SOURCES = (
    RecordSource("woocommerce_api", recognises, read),
    TableSource(
        name="woocommerce_analytics",
        headers=(
            Header("date"),
            Header("order_number", ("Order #", "N° de commande", "Commande #", "Commande n°", "order")),
            Header(
                "revenue",
                ("N. Revenue (formatted)", "Chiffre d'affaires net (formaté)", "CA net (formaté)"),
                required=False,
            ),
            Header("status", ("État", "Statut")),
            Header("customer", ("Client",), required=False),
            Header("net_sales", ("Net Sales", "Ventes nettes")),
            Header("items_sold", ("Items sold", "Articles vendus")),
            *optional("Customer type", "Product(s)", "Coupon(s)", "Attribution"),
        ),
        mappings=(Mapped("order_states", ANALYTICS),),
    ),
)
