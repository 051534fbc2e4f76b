"""A ledger of 100,000 lines: a quarter of openpyxl's plain write-only time for the same cells, under 1 GB."""

from io import BytesIO
import resource
from time import process_time

from openpyxl import Workbook

from pipelines.domain.month_ledger import MonthLedger
from reports.workbook import workbook, workbook_sheets
from tests.reports.ledger_drawn import ledger, lines

LINES = 100_002


def bench() -> str:
    """Seconds of processor time, ours and openpyxl's."""
    shown = ledger(lines=lines(LINES // 3))
    start = process_time()
    size = len(workbook(shown))
    ours, memory = process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    plain = _plain(shown)
    assert ours <= plain / 4, (ours, plain)
    assert memory < 1024, memory
    return f"workbook: {LINES} lines in {ours:.1f} s, openpyxl {plain:.1f} s, {memory} MB, {size / 1e6:.1f} MB on disk"


def _plain(shown: MonthLedger) -> float:
    sheets = workbook_sheets(shown)
    start = process_time()
    book = Workbook(write_only=True)
    for sheet in sheets:
        target = book.create_sheet(sheet.layout.name)
        for row in sheet.rows:
            target.append(list(row))
    book.save(BytesIO())
    return process_time() - start
