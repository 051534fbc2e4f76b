"""iSuite Expert: semicolons, Windows-1252, one movement number an entry."""

from collections.abc import Iterator

from pipelines.domain.entries import EntryLine, entries
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import comma, one_line, size


def isuite(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file, one movement number per entry."""
    rows = [_row(movement, line) for movement, entry in enumerate(entries(books.lines), start=1) for line in entry]
    yield "isuite.csv", "".join(row + "\r\n" for row in rows).encode("cp1252", "replace")


def _row(movement: int, line: EntryLine) -> str:
    day = (f"{line.booked_on:%d/%m/%Y}", f"{line.booked_on:%Y}", f"{line.booked_on:%m}", f"{line.booked_on:%d}")
    text = (one_line(line.piece, ";"), one_line(line.wording, ";"), line.account, line.auxiliary or "")
    amounts = (comma(line.debit), comma(line.credit), comma(size(line)))
    return ";".join((str(movement), *day, *text, *amounts, line.journal))
