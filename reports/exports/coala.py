"""Coala: semicolons; JJ/MM/AAAA; journal; account; entry; piece; debit; credit; E; auxiliary."""

from collections.abc import Iterator

from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import comma, plain


def coala(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file; text in plain letters."""
    yield "coala.csv", "".join(_row(line) + "\r\n" for line in books.lines).encode("ascii")


def _row(line: EntryLine) -> str:
    fields = (f"{line.booked_on:%d/%m/%Y}", line.journal, line.account, line.number, plain(line.piece, ";"))
    return ";".join([*fields, comma(line.debit), comma(line.credit), "E", line.auxiliary or ""])
