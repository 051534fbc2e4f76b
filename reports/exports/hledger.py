"""The month's entries as an hledger journal, self-contained: accounts declared, one transaction per entry."""

from collections.abc import Iterator

from pipelines.domain.entries import EntryLine, entries
from pipelines.domain.export_file import ExportFile
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import one_line


def hledger(books: MonthBooks) -> ExportFile:
    """`exports/hledger.journal`: debits positive, credits negative, as hledger has them."""
    return ExportFile("exports/hledger.journal", ("\n".join(_journal(books)) + "\n").encode("utf-8"))


def _journal(books: MonthBooks) -> Iterator[str]:
    yield f"; {books.month}, {books.currency}"
    yield f"commodity 1000.00 {books.currency}"
    for name in sorted({account_name(line) for line in books.lines}):
        yield f"account {name}"
    for entry in entries(books.lines):
        yield ""
        yield from _transaction(entry, books.currency)


def _transaction(entry: list[EntryLine], currency: str) -> Iterator[str]:
    first = entry[0]
    code, wording, piece = (_text(words) for words in (first.journal + first.number, first.wording, first.piece))
    yield f"{first.booked_on:%Y-%m-%d} * ({code}) {wording}  ; piece: {piece}"
    for line in entry:
        yield f"    {account_name(line)}  {line.debit - line.credit:.2f} {currency}"


def account_name(line: EntryLine) -> str:
    """`411000:WEB` for an auxiliary, else the account alone."""
    return f"{line.account}:{_text(line.auxiliary)}" if line.auxiliary else line.account


def _text(words: str) -> str:
    return one_line(words, ";|()[]")
