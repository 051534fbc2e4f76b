"""Which VAT rule a credit note follows, hence which mention it must carry (law.md §1.3)."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from pipelines.domain.shop.vat import MarginScheme, Regime, Vat

EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MC MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)
HOME = frozenset({"FR", "MC"})


class VatCase(StrEnum):
    """The rule, named as the mention it calls for."""

    STANDARD = "standard"
    FRANCHISE = "franchise"
    NET_OF_TAX = "net_of_tax"
    REVERSE_CHARGE = "reverse_charge"
    INTRA_EU = "intra_eu"
    EXPORT = "export"
    SECOND_HAND = "second_hand"
    WORKS_OF_ART = "works_of_art"
    COLLECTORS_ITEMS = "collectors_items"
    ONE_STOP_SHOP = "one_stop_shop"
    ZERO = "zero"


def vat_case(
    vat: Vat, country: str, rates: Iterable[Decimal], *, is_company: bool, origin_was_taxed: bool = False
) -> VatCase:
    """The rule of one credit note: `country` is where the goods went, `rates` those of its lines.

    A note without VAT over an invoice with VAT leaves the VAT as it stands: net of tax (CGI 272).
    """
    if vat.regime is Regime.FRANCHISE:
        return VatCase.FRANCHISE
    if any(rates):
        abroad = country in EUROPEAN_UNION - HOME and not is_company
        return VatCase.ONE_STOP_SHOP if abroad and vat.one_stop_shop else VatCase.STANDARD
    if origin_was_taxed:
        return VatCase.NET_OF_TAX
    return _untaxed(vat.margin_scheme, country, is_company=is_company)


def _untaxed(margin_scheme: MarginScheme, country: str, *, is_company: bool) -> VatCase:
    if country not in EUROPEAN_UNION:
        return VatCase.EXPORT
    if margin_scheme is not MarginScheme.NOTHING:
        return VatCase(margin_scheme.value)
    if not is_company:
        return VatCase.ZERO
    return VatCase.REVERSE_CHARGE if country in HOME else VatCase.INTRA_EU
