"""Reads a month's credit notes as they are printed, and the shop's logo."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.domain.credit_notes import (
    CreditNote,
    CreditNoteLine,
    Means,
    Nature,
    NumberedBy,
    OriginInvoice,
    Party,
    Settling,
)
from pipelines.domain.document_types import document_type
from pipelines.domain.folder import ShopFolder
from pipelines.domain.frozen import from_json
from pipelines.domain.messages import documents as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.vat_cases import vat_case
from pipelines.steps.papers import kept_paper
from pipelines.warehouse import Warehouse

PRICE = Decimal("0.000001")
IMAGES = (".png", ".jpg", ".jpeg", ".svg")


def month_documents(warehouse: Warehouse, shop: Shop, month: str) -> list[CreditNote]:
    """Every credit note of a month `YYYY-MM`, by series and number, then what undoes some; ours to the letter."""
    rows = warehouse.rows("out/issued_papers", month=month)
    issued = {number: from_json(CreditNote, document) for number, document, _, _ in rows}
    counters = [issued[number] for number, _, _, is_counter in rows if is_counter]
    lines = defaultdict(list)
    for number, *values in warehouse.rows("out/credit_note_paper_lines", month=month):
        lines[number].append(_line(*values))
    papers = warehouse.rows("out/credit_note_papers", month=month)
    notes = [
        issued[paper[0]] if paper[0] in issued else _note(shop, tuple(lines[paper[0]]), paper)
        for paper in papers
        if lines[paper[0]]
    ]
    return notes + counters


def issued_papers(warehouse: Warehouse, folder: ShopFolder, month: str) -> dict[str, bytes]:
    """The papers of a month that were kept when they were issued, by number, to the byte."""
    rows = warehouse.rows("out/issued_papers", month=month)
    kept = {number: kept_paper(folder, paper) for number, _, paper, _ in rows}
    return {number: content for number, content in kept.items() if content}


def logo(folder: ShopFolder, shop: Shop) -> bytes:
    """The shop's logo, or nothing. Raises Refusal when it is no image of the shop's own folder."""
    named = shop.documents.logo
    if not named:
        return b""
    path = (folder.root / named).resolve()
    if Path(named).suffix.lower() not in IMAGES or not path.is_relative_to(folder.root.resolve()) or not path.is_file():
        raise Refusal(messages.NOT_A_LOGO, "shop.toml, [documents] logo", value=named, endings=", ".join(IMAGES))
    return path.read_bytes()


def _line(
    line_type: str,
    sku: str,
    title: str,
    quantity: Decimal,
    unit_net: Decimal | None,
    unit_gross: Decimal | None,
    rate: Decimal,
    net: Decimal,
    vat: Decimal,
    gross: Decimal,
) -> CreditNoteLine:
    """One line; a gross unit price is shown net, to six decimals."""
    if unit_net is None:
        unit_net = ((unit_gross or Decimal(0)) / (1 + rate / 100)).quantize(PRICE)
    return CreditNoteLine(line_type, sku, title, quantity, unit_net, rate, net, vat, gross)


def _note(shop: Shop, lines: tuple[CreditNoteLine, ...], paper: tuple[Any, ...]) -> CreditNote:
    number, numbered_by, issued_on, order_id, currency, nature, settlement, reason_code, origins, *rest = paper
    ordered_on, shipped_on, *people = rest
    buyer, delivery = _party(*people[:8]), _delivery(people)
    invoices = tuple(OriginInvoice(origin["number"], origin["issued_on"]) for origin in origins)
    return CreditNote(
        number=number,
        numbered_by=NumberedBy(numbered_by),
        issued_on=issued_on,
        order_id=order_id,
        currency=currency,
        seller=shop.identity,
        buyer=buyer,
        lines=lines,
        nature=Nature(nature),
        settling=_settling(shop, settlement, issued_on, *people[12:15]),
        origin_invoices=invoices,
        reason_code=reason_code,
        reason=shop.reasons[reason_code].words if reason_code in shop.reasons else "",
        ordered_on=ordered_on,
        supplied_on=shipped_on or ordered_on,
        delivery=delivery,
        cancels_all=people[15],
        vat_case=vat_case(
            shop.vat,
            delivery.country if delivery else buyer.country,
            [line.vat_rate for line in lines],
            is_company=buyer.is_company,
            origin_was_taxed=people[16],
        ),
        document_type=document_type(shop.documents, buyer, Nature(nature), invoices),
        policy=shop.returns,
        footer=shop.documents.footer,
        contract=shop.documents.rebate_contract,
        is_on_debits=shop.vat.on_debits,
    )


def _party(
    name: str, address: str, postcode: str, city: str, country: str, siren: str, vat_id: str, email: str
) -> Party:
    return Party(name, address, postcode, city, country, siren, vat_id, email)


def _delivery(people: list[Any]) -> Party | None:
    """The place of delivery when it is not the customer's own (mention 7° bis)."""
    address, postcode, city, country = people[8:12]
    if not address or (address, postcode, city) == tuple(people[1:4]):
        return None
    return Party(people[0], address, postcode, city, country or people[4])


def _settling(
    shop: Shop, settlement: str, issued_on: date, provider: str, method: str, repaid_on: date | None
) -> Settling:
    """What is known on the day of issue; a refund still to come is due after the delay the shop promises."""
    due_on = issued_on + timedelta(days=shop.returns.refund_days)
    return Settling(Means(settlement), provider, method, repaid_on, due_on)
