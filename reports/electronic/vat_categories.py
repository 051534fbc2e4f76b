"""VAT categories of EN 16931 (UNTDID 5305) and their exemption codes (VATEX) for each rule."""

from dataclasses import dataclass
from decimal import Decimal

from pipelines.domain.vat_cases import VatCase


@dataclass(frozen=True, slots=True)
class Category:
    """BT-118 with, where VAT is not charged, BT-120 and BT-121."""

    code: str
    reason: str = ""
    reason_code: str = ""


STANDARD, ZERO = Category("S"), Category("Z")
EXEMPT = {
    VatCase.FRANCHISE: Category("E", "TVA non applicable, art. 293 B du CGI", "VATEX-FR-FRANCHISE"),
    VatCase.NET_OF_TAX: Category("E", "Avoir net de taxe, TVA non rectifiée", "VATEX-FR-CNWVAT"),
    VatCase.REVERSE_CHARGE: Category("AE", "Autoliquidation", "VATEX-EU-AE"),
    VatCase.INTRA_EU: Category("K", "Exonération de TVA, art. 262 ter I du CGI", "VATEX-EU-IC"),
    VatCase.SECOND_HAND: Category("E", "Régime particulier - Biens d’occasion", "VATEX-EU-F"),
    VatCase.WORKS_OF_ART: Category("E", "Régime particulier - Objets d’art", "VATEX-EU-I"),
    VatCase.COLLECTORS_ITEMS: Category("E", "Régime particulier - Objets de collection et d’antiquité", "VATEX-EU-J"),
    VatCase.EXPORT: Category("G", "Exonération de TVA, art. 262 I du CGI", "VATEX-EU-G"),
}


def category(case: VatCase, rate: Decimal) -> Category:
    """The category of a line of that rate."""
    return STANDARD if rate else EXEMPT.get(case, ZERO)
