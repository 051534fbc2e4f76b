"""EBP: commas; line; JJMMAAAA; journal; account; wording of 40; piece of 15; amount; side; due date."""

from collections.abc import Iterator

from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import ending, plain, side, single_account, size


def ebp(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file; amounts with a dot, text between quotes."""
    rows = (_row(position, line) for position, line in enumerate(books.lines, start=1))
    yield "ebp.txt", "".join(row + "\r\n" for row in rows).encode("ascii")


def _row(position: int, line: EntryLine) -> str:
    day = f"{line.booked_on:%d%m%Y}"
    texts = (f'"{plain(line.wording, chr(34))[:40]}"', f'"{ending(line.piece, 15)}"'.replace('""', '"'))
    return ",".join(
        (str(position), day, line.journal, single_account(line), *texts, f"{size(line):.2f}", side(line), day)
    )
