"""Section [vat]: the regime, and how the shop's own invoices round."""

from dataclasses import dataclass
from enum import StrEnum


class Regime(StrEnum):
    """VAT regimes of a French shop; the simplified one ends on 2027-01-01 (LF 2025 art. 38)."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIMPLIFIED = "simplified"
    FRANCHISE = "franchise"


class Prices(StrEnum):
    """Which unit price is exact on the shop's invoices."""

    GROSS = "gross"
    NET = "net"


class Rounding(StrEnum):
    """The level at which the shop's invoices round VAT, once."""

    LINE = "line"
    UNIT = "unit"
    TOTAL = "total"


class MarginScheme(StrEnum):
    """What the shop sells under the margin scheme (CGI 297 A), whose papers show no VAT and say so (297 E)."""

    NOTHING = "nothing"
    SECOND_HAND = "second_hand"
    WORKS_OF_ART = "works_of_art"
    COLLECTORS_ITEMS = "collectors_items"


@dataclass(frozen=True, slots=True)
class Vat:
    """How VAT is owed and rounded.

    `e_reporting_from` is the first day the shop must report its sales to consumers (YYYY-MM-DD; 2027-09-01 for small
    businesses); `all_sales_here` says that every sale of the shop is read here, without which no report can be made.
    """

    regime: Regime = Regime.MONTHLY
    prices: Prices = Prices.GROSS
    vat_rounding: Rounding = Rounding.LINE
    one_stop_shop: bool = False
    on_debits: bool = False
    margin_scheme: MarginScheme = MarginScheme.NOTHING
    e_reporting_from: str = "2027-09-01"
    all_sales_here: bool = False
