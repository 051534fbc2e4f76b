"""Xero, QuickBooks Online and Odoo: comma-separated tables with a header, dots in amounts."""

from collections.abc import Iterable, Iterator, Sequence
import csv
import io

from pipelines.domain.entries import EntryLine, entries
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import one_line

XERO_LINES = 300
_XERO = ("*Narration", "*Date", "Description", "*AccountCode", "*TaxRate", "*Amount")
_QUICKBOOKS = ("JournalNo", "JournalDate", "AccountName", "Debits", "Credits", "Description", "Name", "Currency")
_ODOO = (
    "ref", "date", "journal_id", "line_ids/account_id", "line_ids/partner_id", "line_ids/name", "line_ids/debit",
    "line_ids/credit",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@")


def xero(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """Manual journals, at most 300 lines a file and no entry cut in two; debits positive, credits negative."""
    for number, part in enumerate(_parts(books.lines), start=1):
        yield f"xero-{number:02d}.csv", _table(_XERO, (_xero_row(line) for line in part))


def quickbooks(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One table of journal lines."""
    rows = (_quickbooks_row(line, books.currency) for line in books.lines)
    yield "quickbooks.csv", _table(_QUICKBOOKS, rows)


def odoo(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """`account.move` with its lines: the columns of the entry stand on its first line only."""
    yield "odoo.csv", _table(_ODOO, (row for entry in entries(books.lines) for row in _odoo_rows(entry)))


def _odoo_rows(entry: Sequence[EntryLine]) -> Iterator[Sequence[str]]:
    for position, line in enumerate(entry):
        move = ("", "", "") if position else (_text(line.piece), f"{line.booked_on:%Y-%m-%d}", line.journal)
        words = (_text(line.auxiliary_label), _text(line.wording))
        yield (*move, line.account, *words, f"{line.debit:.2f}", f"{line.credit:.2f}")


def _quickbooks_row(line: EntryLine, currency: str) -> Sequence[str]:
    amounts = (f"{line.debit:.2f}" if line.debit else "", f"{line.credit:.2f}" if line.credit else "")
    words = (_text(f"{line.wording} {line.piece}"), _text(line.auxiliary_label))
    return f"{line.journal}{line.number}", f"{line.booked_on:%d/%m/%Y}", line.account, *amounts, *words, currency


def _xero_row(line: EntryLine) -> Sequence[str]:
    narration = _text(f"{line.journal}{line.number} {line.piece}")
    description = _text(f"{line.wording} {line.auxiliary or ''}")
    return (
        narration,
        f"{line.booked_on:%d/%m/%Y}",
        description,
        line.account,
        "Tax Exempt",
        f"{line.debit - line.credit:.2f}",
    )


def _parts(lines: Iterable[EntryLine]) -> Iterator[list[EntryLine]]:
    part: list[EntryLine] = []
    for entry in entries(lines):
        if part and len(part) + len(entry) > XERO_LINES:
            yield part
            part = []
        part = part + entry
    if part:
        yield part


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _text(words: str | None) -> str:
    """Text that a spreadsheet does not run as a formula."""
    cleaned = one_line(words)
    return f"'{cleaned}" if cleaned.startswith(_FORMULA) else cleaned
