"""A Shopify order as its API tells it, one record per line, its carriage among them."""

from collections.abc import Iterator
from decimal import Decimal

from pipelines.sources.json_objects import Object, first, inner, text, truth
from pipelines.sources.order_lines import OrderRead, Values, address, records
from pipelines.sources.signed_amounts import HUNDRED, exact, plain
from pipelines.sources.source import Reading, Rejected


def order_records(row: int, order: Object) -> Iterator[Reading]:
    """The lines of an order; one whose country is nowhere is refused by name."""
    billing = order.get("billing_address")
    delivery = order.get("shipping_address")
    country = first(text(billing, "country_code"), text(delivery, "country_code"))
    if country is None:
        yield Rejected(row, "country", text(order, "name") or "", "missing-value")
        return
    values = {
        "order_id": first(text(order, "name"), text(order, "id")),
        "order_alias": text(order, "id"),
        "ordered_at": first(text(order, "processed_at"), text(order, "created_at")),
        "customer_id": text(order, "customer", "id"),
        "customer_name": text(billing, "name"),
        "customer_email": first(text(order, "email"), text(order, "contact_email")),
        **_address(billing, "customer_"),
        **_address(delivery, "delivery_"),
        "country": country,
        "currency": text(order, "currency"),
        "status": "cancelled" if text(order, "cancelled_at") else text(order, "financial_status") or "unknown",
        "updated_at": text(order, "updated_at"),
    }
    values.pop("customer_country")
    states = [("cancelled", text(order, "cancelled_at")), ("closed", text(order, "closed_at"))]
    lines = (*_articles(order), *_carriage(order))
    yield from records(row, OrderRead(values, lines, tuple((status, at) for status, at in states if at)))


def _address(holder: object, prefix: str) -> Values:
    parts = [text(holder, key) for key in ("address1", "address2", "zip", "city", "country_code")]
    return address(prefix, parts)


def _price(order: Object) -> str:
    return "gross" if truth(order, "taxes_included") is not False else "net"


def _articles(order: Object) -> Iterator[Values]:
    for line in inner(order, "line_items"):
        discounts = [exact(text(found, "amount")) or Decimal(0) for found in inner(line, "discount_allocations")]
        discount = sum(discounts, Decimal(0)) or exact(text(line, "total_discount")) or Decimal(0)
        yield {
            "line_id": text(line, "id"),
            "line_type": "gift_card" if truth(line, "gift_card") else "product",
            "sku": text(line, "sku"),
            "title": first(text(line, "name"), text(line, "title")),
            "quantity": text(line, "quantity"),
            f"unit_price_{_price(order)}": text(line, "price"),
            "vat_rate": _rate(line, order),
            f"discount_{_price(order)}": plain(discount) if discount else None,
        }


def _carriage(order: Object) -> Iterator[Values]:
    for line in inner(order, "shipping_lines"):
        if exact(text(line, "price")):
            yield {
                "line_id": first(text(line, "id"), "shipping"),
                "line_type": "shipping",
                "title": text(line, "title") or "shipping",
                "quantity": "1",
                f"unit_price_{_price(order)}": first(text(line, "discounted_price"), text(line, "price")),
                "vat_rate": _rate(line, order),
            }


def _rate(line: Object, order: Object) -> str:
    """The rates charged on a line, added up: Shopify writes them as fractions. A line without any takes the order's only one."""
    own = [exact(text(found, "rate")) for found in inner(line, "tax_lines")]
    if "tax_lines" not in line and truth(line, "taxable") is not False:
        own = [exact(text(found, "rate")) for found in inner(order, "tax_lines")]
    return plain(sum((rate for rate in own if rate), Decimal(0)) * HUNDRED)
