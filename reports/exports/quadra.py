"""Quadratus / Cegid Quadra ASCII: fixed fields, 231 characters a line; accounts (C) before entries (M)."""

from collections.abc import Iterator, Mapping

from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import ending, plain, shortened, side, single_account, size

WIDTH = 8


def quadra(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """One file in ASCII. Raises Refusal when an account does not fit eight characters."""
    accounts = shortened((single_account(line) for line in books.lines), WIDTH)
    auxiliaries = {single_account(line): line for line in books.lines if line.auxiliary}
    rows = [_account(accounts[name], line) for name, line in sorted(auxiliaries.items())]
    rows += [_movement(line, accounts, books.currency) for line in books.lines]
    yield "quadra.txt", "".join(row + "\r\n" for row in rows).encode("ascii")


def _account(account: str, line: EntryLine) -> str:
    label = plain(line.auxiliary_label)
    key = f"C{label}".upper()
    collective = plain(line.account)[:WIDTH]
    return f"C{account:<8}{label:<30.30}{key:<7.7}{'':52}{collective:<8}{'':110}2C{'':235}"


def _movement(line: EntryLine, accounts: Mapping[str, str], currency: str) -> str:
    wording = plain(line.wording)
    cents = int(size(line) * 100)
    number, account, journal = line.number, accounts[single_account(line)], plain(line.journal)
    return "".join(
        (
            f"M{account:<8}{journal:<2.2}000{line.booked_on:%d%m%y} {wording:<20.20}",
            f"{side(line)}+{cents:012d}{'':8}000000{'':2}{'':3}{number[-5:]:<5}{'':10}{'':10}{number[-8:]:<8}",
            f"{currency:<3.3}{journal:<3.3}{'':3}{wording:<30.30}{'':2}{ending(line.piece, 10):<10}",
            f"{'':10}{'':13}{'':12}{'':38}",
        )
    )
