"""Ciel XIMPORT.TXT, which Sage 50 reads too: fixed fields, format of 2003."""

from collections.abc import Iterator, Mapping

from pipelines.domain.entries import EntryLine, entries
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import comma, ending, plain, shortened, side, single_account, size

WIDTH = 11


def ciel(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file, one movement number per entry. Raises Refusal when an account does not fit."""
    accounts = shortened((single_account(line) for line in books.lines), WIDTH)
    rows = [
        _row(movement, line, accounts) for movement, entry in enumerate(entries(books.lines), start=1) for line in entry
    ]
    yield "XIMPORT.TXT", "".join(row + "\r\n" for row in rows).encode("ascii")


def _row(movement: int, line: EntryLine, accounts: Mapping[str, str]) -> str:
    day = f"{line.booked_on:%Y%m%d}"
    return "".join(
        (
            f"{movement:<5}{plain(line.journal):<2.2}{day}{day}{ending(line.piece, 12):<12}",
            f"{accounts[single_account(line)]:<11}{plain(line.wording):<25.25}{comma(size(line)):>13}{side(line)}",
            f"{'':18}{plain(line.auxiliary_label or line.account_label):<34.34}O2003",
        )
    )
