"""The year's end: credit notes issued since on sales before it (4198), and store credits still owed by age (4197)."""

from collections.abc import Sequence

from pipelines.domain.export_file import ExportFile
from pipelines.domain.year_end import YearEndItem
from reports.exports.tables import table
from reports.exports.wording import one_line

_HEADER = ("compte", "avoir", "emis_le", "vendu_le", "devise", "ht", "tva", "ttc", "jours")


def year_end_list(items: Sequence[YearEndItem], month: str) -> list[ExportFile]:
    """`fin-exercice-2026-12.csv`; no file in the other months."""
    rows = [_row(item) for item in items]
    return [table(f"fin-exercice-{month}.csv", _HEADER, rows)] if rows else []


def _row(item: YearEndItem) -> Sequence[object]:
    days = (item.issued_on, item.sold_on, item.currency)
    return (item.account, one_line(item.credit_note_number), *days, item.net, item.vat, item.gross, item.days)
