"""PrestaShop's webservice, as XML or JSON: orders, credit slips (avoirs), returns and payments.

A slip names its order by number only and no article: the order's line does. The number printed on the avoir is a prefix and
the slip's id, six digits wide.
"""

from collections.abc import Iterator
from decimal import Decimal

from pipelines.sources.gateways import provider_of
from pipelines.sources.json_objects import Object, first, inner, text
from pipelines.sources.local_instants import instant
from pipelines.sources.order_lines import OrderRead, Values, records
from pipelines.sources.prestashop_objects import SECTIONS, resources
from pipelines.sources.signed_amounts import exact, plain, rate_of
from pipelines.sources.source import Document, Excluded, Reading, Record, RecordSource

STATES = {
    "1": "awaiting_cheque", "2": "paid", "3": "in_preparation", "4": "shipped", "5": "delivered", "6": "cancelled", "7": "refunded",
    "8": "payment_error",
}  # fmt: skip
"""The states of a default installation; a shop's own keep their number."""
PREFIX = "AV"
ZERO = Decimal(0)


def recognises(document: Document) -> bool:
    """The webservice names its objects: `orders`, `order_slips`, `order_returns`, `order_payments`, `order_histories`."""
    return any(True for _ in resources(document))


def read(document: Document) -> Iterator[Reading]:
    """One reading per object, by what it is."""
    zone = document.shop.get("time_zone") or "Europe/Paris"
    currency = document.shop.get("currency") or "EUR"
    for row, (section, item) in enumerate(resources(document), start=1):
        match SECTIONS[section]:
            case "order":
                yield from _order(row, item, zone, currency)
            case "order_slip":
                yield from _slip(row, item, zone, currency)
            case "order_return":
                yield from _return(row, item, zone)
            case "order_payment":
                yield _payment(row, item, zone, currency)
            case _:
                yield _history(row, item, zone)


def _order(row: int, item: Object, zone: str, currency: str) -> Iterator[Reading]:
    values = {
        "order_id": text(item, "id"),
        "order_alias": text(item, "reference"),
        "ordered_at": instant(text(item, "date_add"), zone),
        "invoice_number": text(item, "invoice_number") if exact(text(item, "invoice_number")) else None,
        "invoice_date": _day(text(item, "invoice_date")),
        "customer_id": text(item, "id_customer"),
        "country": first(text(item, "country_iso"), text(item, "iso_code"), "FR"),
        "currency": first(text(item, "currency_iso"), currency),
        "status": STATES.get(text(item, "current_state") or "", text(item, "current_state") or "unknown"),
        "shipped_at": instant(_dated(text(item, "delivery_date")), zone),
        "updated_at": instant(text(item, "date_upd"), zone),
    }
    lines = (*_articles(item), *_extras(item))
    if not lines:
        yield Excluded(row, "order_without_lines")
    moment = values["updated_at"] or values["ordered_at"]
    states = ((values["status"] or "unknown", moment),) if moment else ()
    yield from records(row, OrderRead(values, lines, states))


def _dated(value: str | None) -> str | None:
    return None if value is None or value.startswith("0000") else value


def _day(value: str | None) -> str | None:
    dated = _dated(value)
    return dated[:10] if dated else None


def _rows(item: Object) -> list[Object]:
    associations = item.get("associations")
    found = associations.get("order_rows") if isinstance(associations, dict) else None
    return inner(found, "order_row") if isinstance(found, dict) else inner(associations, "order_rows")


def _articles(item: Object) -> Iterator[Values]:
    for line in _rows(item):
        net, gross = exact(text(line, "unit_price_tax_excl")) or ZERO, exact(text(line, "unit_price_tax_incl")) or ZERO
        yield {
            "line_id": text(line, "id"),
            "line_type": "product",
            "sku": first(text(line, "product_reference"), text(line, "product_ean13"), text(line, "product_id")),
            "title": first(text(line, "product_name"), text(line, "product_reference")),
            "quantity": text(line, "product_quantity"),
            "unit_price_gross": plain(gross, 6),
            "vat_rate": plain(rate_of(net, gross)),
        }


def _extras(item: Object) -> Iterator[Values]:
    for key, kind, title in (
        ("total_shipping", "shipping", "Port"),
        ("total_wrapping", "fee", "Emballage"),
        ("total_discounts", "discount", "Remise"),
    ):
        net, gross = exact(text(item, f"{key}_tax_excl")) or ZERO, exact(text(item, f"{key}_tax_incl")) or ZERO
        if gross:
            yield {
                "line_id": kind,
                "line_type": kind,
                "title": title,
                "quantity": "1",
                "unit_price_gross": plain(-gross if kind == "discount" else gross, 6),
                "vat_rate": plain(rate_of(net, gross)),
            }


def _slip(row: int, item: Object, zone: str, currency: str) -> Iterator[Reading]:
    """The lines of an avoir; a slip whose details are not in the file has one line per total."""
    details = [*_slip_details(item), *_slip_shipping(item)]
    number = text(item, "id") or ""
    for line in details or _slip_totals(item):
        yield Record(
            "credit_notes",
            row,
            {
                "credit_note_number": f"{PREFIX}{number.zfill(6)}",
                "issued_at": instant(text(item, "date_add"), zone),
                "order_id": text(item, "id_order"),
                "settlement": "unknown",
                "currency": currency,
                "nature": "return" if any(known["line_type"] == "product" for known in details) else None,
                **line,
            },
        )


def _slip_details(item: Object) -> Iterator[Values]:
    associations = item.get("associations")
    found = associations.get("order_slip_details") if isinstance(associations, dict) else None
    lines = inner(found, "order_slip_detail") if isinstance(found, dict) else inner(associations, "order_slip_details")
    for line in lines:
        net, gross = exact(text(line, "amount_tax_excl")) or ZERO, exact(text(line, "amount_tax_incl")) or ZERO
        quantity = exact(text(line, "product_quantity")) or Decimal(1)
        if gross:
            yield {
                "line_id": text(line, "id_order_detail"),
                "line_type": "product",
                "title": first(text(line, "product_name"), "Article"),
                "quantity": plain(quantity, 3),
                "unit_price_gross": plain(gross / quantity, 6),
                "vat_rate": plain(rate_of(net, gross)),
            }


def _slip_shipping(item: Object) -> Iterator[Values]:
    yield from _total(item, "total_shipping", "shipping", "Port")


def _slip_totals(item: Object) -> Iterator[Values]:
    yield from _total(item, "total_products", "product", "Articles")


def _total(item: Object, key: str, kind: str, title: str) -> Iterator[Values]:
    net, gross = exact(text(item, f"{key}_tax_excl")) or ZERO, exact(text(item, f"{key}_tax_incl")) or ZERO
    if gross:
        yield {
            "line_id": None if kind == "product" else kind,
            "line_type": kind,
            "title": title,
            "quantity": "1",
            "unit_price_gross": plain(gross, 6),
            "vat_rate": plain(rate_of(net, gross)),
        }


def _return(row: int, item: Object, zone: str) -> Iterator[Reading]:
    """A return is neither an avoir nor a refund: goods that are announced, or back (state 4 or 5)."""
    associations = item.get("associations")
    found = associations.get("order_return_details") if isinstance(associations, dict) else None
    lines = (
        inner(found, "order_return_detail") if isinstance(found, dict) else inner(associations, "order_return_details")
    )
    for line in lines:
        yield Record(
            "returns",
            row,
            {
                "return_id": text(item, "id"),
                "order_id": text(item, "id_order"),
                "line_id": text(line, "id_order_detail"),
                "sku": first(text(line, "product_reference"), text(line, "id_order_detail")),
                "quantity": text(line, "product_quantity"),
                "notified_at": instant(text(item, "date_add"), zone),
                "received_at": instant(text(item, "date_upd"), zone) if text(item, "state") in {"3", "5"} else None,
                "reason_text": text(item, "question"),
            },
        )
    if not lines:
        yield Excluded(row, "no_goods")


def _payment(row: int, item: Object, zone: str, currency: str) -> Reading:
    gateway = text(item, "payment_method") or "other"
    return Record(
        "payments",
        row,
        {
            "provider": provider_of(gateway),
            "payment_id": first(text(item, "transaction_id"), f"{text(item, 'order_reference')}-{text(item, 'id')}"),
            "order_id": text(item, "order_reference"),
            "method": gateway,
            "captured_at": instant(text(item, "date_add"), zone),
            "amount": plain(exact(text(item, "amount")) or ZERO),
            "currency": currency,
        },
    )


def _history(row: int, item: Object, zone: str) -> Reading:
    state = text(item, "id_order_state") or ""
    return Record(
        "order_states",
        row,
        {
            "order_id": text(item, "id_order"),
            "status": STATES.get(state, state),
            "at": instant(text(item, "date_add"), zone),
        },
    )


SOURCES = (RecordSource("prestashop_webservice", recognises, read),)
