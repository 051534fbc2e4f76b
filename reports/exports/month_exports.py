"""Every file of a month for accounting software, from the records read once for all formats."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.domain.ereporting import MonthReporting
from pipelines.domain.export_file import ExportFile
from pipelines.domain.month_books import MonthBooks
from pipelines.domain.recaps import RecapLine
from pipelines.domain.stock_corrections import MonthCorrections
from pipelines.domain.vat_return import VatAmount
from pipelines.domain.year_end import YearEndItem
from reports.ereporting.files import ereporting_files
from reports.exports.formats import published
from reports.exports.recaps import recap_documents
from reports.exports.vat_summary import vat_summary
from reports.exports.year_end import year_end_list
from reports.stock.corrections import correction_files


@dataclass(frozen=True, slots=True)
class MonthExports:
    """What the files of a month are made of; `formats` are those the shop asks for."""

    books: MonthBooks
    formats: Sequence[str]
    vat: Sequence[VatAmount]
    reporting: MonthReporting
    year_end: Sequence[YearEndItem]
    corrections: MonthCorrections
    recaps: Sequence[RecapLine] = ()


def month_exports(records: MonthExports) -> list[ExportFile]:
    """Under `fec/`, `exports/` and `recapitulatifs/`."""
    month = records.books.month
    return [
        *published(records.books, records.formats),
        *vat_summary(records.vat, month),
        *ereporting_files(records.reporting),
        *year_end_list(records.year_end, month),
        *correction_files(records.corrections),
        *recap_documents(records.recaps),
    ]
