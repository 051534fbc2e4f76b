"""Déclarations: what the VAT return and the one-stop shop's say, box by box and correction by correction."""

from collections.abc import Iterator

from pipelines.domain.month_ledger import MonthLedger
from pipelines.domain.months import month_name, month_words
from pipelines.domain.vat_return import Presentation, ca3, one_stop_shop, presentation, quarter_of, return_months
from reports.workbook.layout import Column, Kind, Layout, Sheet, Value

LAYOUT = Layout(
    "Déclarations",
    "Une ligne par case de la CA3, sous ses deux présentations, puis par pays, taux et trimestre de l'OSS. "
    "Une case ne compte que ce qui est lu ici : sans vos ventes, elle ne dit que les avoirs.",
    (
        Column("Déclaration", width=44),
        Column("Période", width=28),
        Column("Case", width=8),
        Column("Libellé", width=48),
        Column("Pays", width=7),
        Column("Taux", Kind.RATE, 9),
        Column("Base HT", Kind.MONEY, 14),
        Column("TVA", Kind.MONEY, 14),
    ),
    "Declarations",
)
SHOWN = {
    Presentation.NET: "CA3, avoirs déduits des bases et des taxes",
    Presentation.APART: "CA3, avoirs à part (B5 et ligne 21)",
}


def returns_sheet(ledger: MonthLedger) -> Sheet:
    """The boxes of both presentations, then the one-stop shop's rows; a shop without VAT declares nothing."""
    rows = [*_boxes(ledger), *_one_stop_shop(ledger)]
    nothing: list[Value] = ["Franchise en base : rien à déclarer", None, None, None, None, None, None, None]
    return Sheet(LAYOUT, rows or ([] if return_months(ledger.shop.vat.regime, ledger.month) else [nothing]))


def _boxes(ledger: MonthLedger) -> Iterator[list[Value]]:
    advised, months = presentation(ledger.returns), return_months(ledger.shop.vat.regime, ledger.month)
    for shown in Presentation if months else ():
        words = f"{SHOWN[shown]} : conseillée" if shown == advised else SHOWN[shown]
        for box in ca3(ledger.returns, shown):
            yield [words, _period(months), box.code, box.label, None, None, box.base, box.tax]


def _period(months: list[str]) -> str:
    """« octobre 2026 », or « octobre à décembre 2026 »."""
    if len(months) == 1:
        return month_words(months[0])
    return f"{month_name(int(months[0][5:]))} à {month_words(months[-1])}"


def _one_stop_shop(ledger: MonthLedger) -> Iterator[list[Value]]:
    quarter = quarter_of(ledger.month)
    for row in one_stop_shop(ledger.returns, quarter):
        words = f"Correction du {row.quarter}" if row.is_correction else "Ventes du trimestre, avoirs déduits"
        late = " : plus de trois ans, à régler avec le pays" if row.is_too_old else ""
        yield ["Guichet unique (OSS)", quarter, None, words + late, row.country, row.vat_rate, row.net, row.vat]
