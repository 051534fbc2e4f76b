"""The accountant's workbook of a month: records in, the bytes of an .xlsx out."""

from collections.abc import Sequence
from datetime import date

from pipelines.domain.month_ledger import MonthLedger
from pipelines.domain.months import month_words
from pipelines.domain.packed_ledger import PackedLedger
from reports.workbook.archive import Filled, file_bytes
from reports.workbook.frame import frame
from reports.workbook.layout import Sheet, letter
from reports.workbook.rows import rows_of
from reports.workbook.sheets.books import balance_sheet, journal_sheet, ledger_sheet, payments_sheet
from reports.workbook.sheets.documents import credit_notes_sheet
from reports.workbook.sheets.figures import controls_sheet, stock_sheet, vat_sheet
from reports.workbook.sheets.lexicon import lexicon_sheet
from reports.workbook.sheets.manifest import manifest_sheet
from reports.workbook.sheets.money import allocations_sheet, proofs_sheet, refunds_sheet
from reports.workbook.sheets.queues import queue_sheets
from reports.workbook.sheets.returns import returns_sheet
from reports.workbook.sheets.summary import summary_sheet


def workbook_name(month: str) -> str:
    """The file's name on the shelf."""
    return f"grand-livre-{month}.xlsx"


def workbook(ledger: MonthLedger) -> bytes:
    """The workbook of one month: the same ledger gives the same bytes."""
    month = month_words(ledger.month)
    about = f"{ledger.shop.identity.name} · {month}"
    return rendered(workbook_sheets(ledger), about, f"Grand livre des retours, {month}", ledger.until)


def packed_workbook(packed: PackedLedger) -> bytes:
    """The same, of a ledger that came from another process."""
    return workbook(packed.ledger())


def rendered(sheets: Sequence[Sheet], about: str, title: str, day: date) -> bytes:
    """Any sheets as a file: `about` stands in each heading after the sheet's name, `day` is when it was drawn up."""
    made = frame(tuple(sheet.layout.frame for sheet in sheets))
    filled = [
        Filled(
            rows_of(sheet, f"{sheet.layout.name} · {about}", made.styles),
            sheet.last_row,
            letter(len(sheet.layout.columns) - 1),
        )
        for sheet in sheets
    ]
    return file_bytes(made, filled, title, day.isoformat())


def workbook_sheets(ledger: MonthLedger) -> list[Sheet]:
    """Every sheet in its order, the page to print first."""
    sheets = [
        journal_sheet(ledger),
        credit_notes_sheet(ledger),
        refunds_sheet(ledger),
        proofs_sheet(ledger),
        allocations_sheet(ledger),
        *queue_sheets(ledger),
        vat_sheet(ledger),
        returns_sheet(ledger),
        payments_sheet(ledger),
        ledger_sheet(ledger),
        balance_sheet(ledger),
        stock_sheet(ledger),
        controls_sheet(ledger),
    ]
    return [summary_sheet(ledger, sheets), *sheets, lexicon_sheet(sheets), manifest_sheet(ledger, sheets)]
