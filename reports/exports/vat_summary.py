"""The VAT return's figures both ways, the one-stop shop's corrections, and the year's end, as tables to copy from."""

from collections.abc import Sequence

from pipelines.domain.export_file import ExportFile
from pipelines.domain.vat_return import Presentation, VatAmount, ca3, one_stop_shop, presentation, quarter_of
from reports.exports.tables import table

_BOXES = ("presentation", "retenue", "case", "libelle", "base", "taxe")
_CORRECTIONS = ("pays", "trimestre_d_origine", "taux", "base_ht", "tva", "correction", "hors_delai")


def vat_summary(amounts: Sequence[VatAmount], month: str) -> list[ExportFile]:
    """`tva-2026-10.csv`, and `oss-2026-T4.csv` when the one-stop shop is concerned."""
    advised = presentation(amounts)
    boxes = (
        (shown, "oui" if shown == advised else "non", box.code, box.label, box.base, box.tax)
        for shown in Presentation
        for box in ca3(amounts, shown)
    )
    files = [table(f"tva-{month}.csv", _BOXES, boxes)]
    rows = one_stop_shop(amounts, quarter_of(month))
    if rows:
        corrections = (
            (row.country, row.quarter, row.vat_rate, row.net, row.vat, _yes(row.is_correction), _yes(row.is_too_old))
            for row in rows
        )
        files.append(table(f"oss-{quarter_of(month)}.csv", _CORRECTIONS, corrections))
    return files


def _yes(fact: object) -> str:
    return "oui" if fact else "non"
