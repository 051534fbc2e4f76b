"""A shop and credit notes to print, as tests draw them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

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
from pipelines.domain.shop import parse_shop
from pipelines.domain.vat import vat_inside

SHOP = parse_shop(
    b"""
[shop]
name = "Maison Aub\xc3\xa9pine"
legal_name = "Aub\xc3\xa9pine"
legal_form = "SAS"
share_capital = "20 000 \xe2\x82\xac"
siren = "123456782"
siret = "12345678200010"
vat_id = "FR32123456782"
trade_register = "RCS Lyon 123 456 782"
address = "12 rue des Tanneurs"
postcode = "69005"
city = "Lyon"
email = "sav@maison-aubepine.example"
telephone = "04 78 00 00 00"
contact_form = "maison-aubepine.example/contact"
[documents]
color = "#2f6b4f"
"""
)


def line(title: str, quantity: str, unit_price: str, rate: str, sku: str = "", line_type: str = "product"):
    """A line from its gross unit price."""
    gross = (Decimal(quantity) * Decimal(unit_price)).quantize(Decimal("0.01"))
    vat = vat_inside(gross, Decimal(rate))
    unit_net = (Decimal(unit_price) / (1 + Decimal(rate) / 100)).quantize(Decimal("0.000001"))
    return CreditNoteLine(line_type, sku, title, Decimal(quantity), unit_net, Decimal(rate), gross - vat, vat, gross)


NOTE = CreditNote(
    number="AV-2026-000123",
    numbered_by=NumberedBy.LETTRAGE,
    issued_on=date(2026, 10, 14),
    order_id="100482",
    currency="EUR",
    seller=SHOP.identity,
    buyer=Party("Camille Lefèvre", "3 allée des Érables", "44000", "Nantes", email="camille@example.org"),
    lines=(
        line("Lampe à poser « Brume », grès émaillé", "1", "89.00", "20", "LMP-BRU-01"),
        line("Bougie parfumée figuier 180 g", "2", "24.90", "20", "BOU-FIG-180"),
        line("Carnet de recettes d’automne", "1", "14.50", "5.5", "LIV-REC"),
        line("Livraison standard", "1", "5.90", "20", line_type="shipping"),
    ),
    nature=Nature.RETURN,
    settling=Settling(Means.REFUND, "stripe", "card", None, date(2026, 10, 28)),
    origin_invoices=(OriginInvoice("FA-2026-004512", date(2026, 10, 1)),),
    reason="Changement d’avis",
    ordered_on=date(2026, 9, 30),
    supplied_on=date(2026, 10, 2),
)


def note(**changes: object) -> CreditNote:
    """The usual note, changed."""
    return replace(NOTE, **changes)  # type: ignore[arg-type]
