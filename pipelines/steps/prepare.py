"""Prepares credit notes where money went back or goods came back and no document says so."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from pipelines.domain.credit_notes import CreditNote, Means, NumberedBy, OriginInvoice, Party, Settling
from pipelines.domain.crediting import InvoicedLine
from pipelines.domain.document_types import document_type
from pipelines.domain.drafts import Basis, Draft, Readiness, ReceivedReturn, Repayment, bases
from pipelines.domain.frozen import to_json
from pipelines.domain.shop import Shop
from pipelines.domain.shop.identity import InvoiceOrigin
from pipelines.domain.summaries import Summary
from pipelines.domain.vat_cases import vat_case
from pipelines.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Order:
    """What a draft needs to know of its order."""

    order_id: str
    currency: str
    gross: Decimal
    credited: Decimal
    invoice_number: str | None
    invoiced_on: date
    ordered_on: date
    shipped_on: date | None
    customer_name: str
    customer_address: str
    customer_postcode: str
    customer_city: str
    country: str
    customer_siren: str
    customer_vat_id: str
    customer_email: str
    delivery_address: str
    delivery_postcode: str
    delivery_city: str
    delivery_country: str
    provider: str
    method: str


def prepare(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Fill `core.drafts`: never without the origin invoice, nor before the shop's own note may be late."""
    drafts, waiting = _drafts(warehouse, shop, as_of)
    warehouse.run("issue/no_drafts")
    if drafts:
        warehouse.run("issue/drafts_prepared", drafts=[_row(draft) for draft in drafts])
    kinds = [draft.basis.readiness for draft in drafts]
    figures = {kind.value: kinds.count(kind) for kind in Readiness}
    return Summary("prepare", {**figures, "without_invoice": waiting})


def _drafts(warehouse: Warehouse, shop: Shop, as_of: date) -> tuple[list[Draft], int]:
    returns, repayments = _returns(warehouse, as_of), _repayments(warehouse, as_of)
    order_ids = sorted(returns.keys() | repayments.keys())
    ((shop_numbers, returns_are_known),) = warehouse.rows("issue/habits")
    ripe = as_of - timedelta(days=shop.matching.credit_note_due_days) if shop_numbers else as_of
    lines = _lines(warehouse, order_ids)
    orders = warehouse.records(Order, "issue/orders", order_ids=order_ids)
    found = [
        Draft(basis, _note(shop, order, basis, as_of))
        for order in orders
        if _origin(shop, order) is not None
        for basis in bases(
            lines[order.order_id],
            returns[order.order_id],
            repayments[order.order_id],
            was_shipped=order.shipped_on is not None or not returns_are_known,
            returns_are_known=returns_are_known,
        )
        if basis.lines and basis.happened_on <= ripe
    ]
    return found, sum(1 for order in orders if _origin(shop, order) is None)


def _returns(warehouse: Warehouse, as_of: date) -> defaultdict[str, list[ReceivedReturn]]:
    """Returns to document by order, each with its quantities by line."""
    grouped: dict[tuple[str, str], list[tuple[date, str, str, Decimal, Decimal]]] = defaultdict(list)
    for order_id, return_id, *article in warehouse.rows("issue/received_returns", as_of=as_of):
        grouped[order_id, return_id].append(tuple(article))
    found: defaultdict[str, list[ReceivedReturn]] = defaultdict(list)
    for (order_id, return_id), articles in grouped.items():
        received_on, reason_code, *_, kept = articles[0]
        found[order_id].append(ReceivedReturn(return_id, received_on, reason_code, _quantities(articles), kept))
    return found


def _quantities(articles: Sequence[tuple[date, str, str, Decimal, Decimal]]) -> tuple[tuple[str, Decimal], ...]:
    quantities: dict[str, Decimal] = {}
    for _, _, line_id, quantity, _ in articles:
        quantities[line_id] = quantities.get(line_id, Decimal(0)) + quantity
    return tuple(quantities.items())


def _repayments(warehouse: Warehouse, as_of: date) -> defaultdict[str, list[Repayment]]:
    found: defaultdict[str, list[Repayment]] = defaultdict(list)
    for order_id, *repayment in warehouse.rows("issue/open_refunds", as_of=as_of):
        found[order_id].append(Repayment(*repayment))
    return found


def _lines(warehouse: Warehouse, order_ids: list[str]) -> defaultdict[str, list[InvoicedLine]]:
    found: defaultdict[str, list[InvoicedLine]] = defaultdict(list)
    for order_id, *line in warehouse.rows("issue/order_lines", order_ids=order_ids):
        found[order_id].append(InvoicedLine(*line))
    return found


def _origin(shop: Shop, order: Order) -> tuple[OriginInvoice, ...] | None:
    """The invoice a draft would correct; None when it is not known yet, none at all where the shop issues none."""
    match shop.identity.invoices:
        case InvoiceOrigin.NONE:
            return ()
        case InvoiceOrigin.ORDER:
            return (OriginInvoice(order.invoice_number or order.order_id, order.invoiced_on),)
        case InvoiceOrigin.SHOP:
            return (OriginInvoice(order.invoice_number, order.invoiced_on),) if order.invoice_number else None


def _note(shop: Shop, order: Order, basis: Basis, as_of: date) -> CreditNote:
    buyer, delivery = _parties(order)
    reason_code = basis.received.reason_code if basis.received else ""
    rates = [line.vat_rate for line in basis.lines]
    return CreditNote(
        number="",
        numbered_by=NumberedBy.LETTRAGE,
        issued_on=as_of,
        order_id=order.order_id,
        currency=order.currency,
        seller=shop.identity,
        buyer=buyer,
        lines=basis.lines,
        nature=basis.nature,
        settling=_settling(shop, order, basis, as_of),
        origin_invoices=_origin(shop, order) or (),
        reason=shop.reasons[reason_code].words if reason_code in shop.reasons else "",
        reason_code=reason_code,
        ordered_on=order.ordered_on,
        supplied_on=order.shipped_on or order.ordered_on,
        delivery=delivery,
        cancels_all=not order.credited and basis.gross == order.gross,
        vat_case=vat_case(shop.vat, (delivery or buyer).country, rates, is_company=buyer.is_company),
        document_type=document_type(shop.documents, buyer, basis.nature, _origin(shop, order) or ()),
        policy=shop.returns,
        footer=shop.documents.footer,
        contract=shop.documents.rebate_contract,
        is_on_debits=shop.vat.on_debits,
    )


def _settling(shop: Shop, order: Order, basis: Basis, as_of: date) -> Settling:
    if basis.repayment:
        return Settling(Means.REFUND, basis.repayment.provider, order.method, basis.repayment.repaid_on)
    due_on = max(basis.happened_on + timedelta(days=shop.returns.refund_days), as_of)
    return Settling(Means.REFUND, order.provider, order.method, None, due_on)


def _parties(order: Order) -> tuple[Party, Party | None]:
    buyer = Party(
        order.customer_name,
        order.customer_address,
        order.customer_postcode,
        order.customer_city,
        order.country,
        order.customer_siren,
        order.customer_vat_id,
        order.customer_email,
    )
    place = (order.delivery_address, order.delivery_postcode, order.delivery_city)
    if not order.delivery_address or place == (buyer.address, buyer.postcode, buyer.city):
        return buyer, None
    return buyer, Party(order.customer_name, *place, order.delivery_country or order.country)


def _row(draft: Draft) -> dict[str, object]:
    basis, note = draft.basis, draft.note
    return {
        "draft_id": basis.draft_id,
        "order_id": note.order_id,
        "provider": basis.repayment.provider if basis.repayment else None,
        "refund_id": basis.repayment.refund_id if basis.repayment else None,
        "return_id": basis.received.return_id if basis.received else None,
        "readiness": basis.readiness.value,
        "explanation": basis.explanation,
        "happened_on": basis.happened_on,
        "gross": basis.gross,
        "currency": note.currency,
        "document": to_json(note),
    }
