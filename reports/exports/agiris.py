"""Agiris Isacompta: semicolons, Windows-1252, both amounts and the side."""

from collections.abc import Iterator

from pipelines.domain.entries import EntryLine, lettered_within
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import comma, one_line, side, single_account, size


def agiris(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file; a lettering code only where its whole group is in it."""
    rows = "".join(_row(line) + "\r\n" for line in lettered_within(books.lines))
    yield "agiris.txt", rows.encode("cp1252", "replace")


def _row(line: EntryLine) -> str:
    wording = one_line(line.wording, ";")
    label = one_line(line.auxiliary_label or line.account_label, ";")
    who = (
        line.number,
        wording,
        f"{line.booked_on:%d%m%Y}",
        wording,
        single_account(line),
        label,
        one_line(line.piece, ";"),
    )
    what = (comma(line.debit), comma(line.credit), comma(size(line)), side(line), line.lettering or "", line.journal)
    return ";".join(who + what)
