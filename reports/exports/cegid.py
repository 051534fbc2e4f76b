"""Cegid Expert: semicolons, JJMMAAAA; journal; account; auxiliary; side; amount; wording; piece."""

from collections.abc import Iterator

from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import comma, plain, side, size


def cegid(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file; text in plain letters."""
    yield "cegid.txt", "".join(_row(line) + "\r\n" for line in books.lines).encode("ascii")


def _row(line: EntryLine) -> str:
    fields = (
        f"{line.booked_on:%d%m%Y}",
        line.journal,
        line.account,
        line.auxiliary or "",
        side(line),
        comma(size(line)),
    )
    return ";".join([*fields, plain(line.wording, ";"), plain(line.piece, ";")])
