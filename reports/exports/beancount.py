"""The month's entries as a beancount journal, self-contained: one transaction per entry, linked to its piece."""

from collections.abc import Iterator
import re

from pipelines.domain.entries import EntryLine, entries
from pipelines.domain.export_file import ExportFile
from pipelines.domain.month_books import MonthBooks
from reports.exports.wording import one_line

_ROOTS = {"1": "Equity", "2": "Assets", "3": "Assets", "5": "Assets", "6": "Expenses", "7": "Income"}
_LIABILITIES = ("40", "419", "42", "43", "44", "45", "468")
_NOT_A_LINK = re.compile(r"[^A-Za-z0-9\-_/.]")
_NOT_A_NAME = re.compile(r"[^A-Za-z0-9\-]")


def beancount(books: MonthBooks) -> ExportFile:
    """`exports/journal.beancount`: debits positive, credits negative, as beancount has them."""
    return ExportFile("exports/journal.beancount", ("\n".join(_journal(books)) + "\n").encode("utf-8"))


def account_name(line: EntryLine) -> str:
    """`Assets:411000:WEB`: the class of the PCG decides the root."""
    root = "Liabilities" if line.account.startswith(_LIABILITIES) else _ROOTS.get(line.account[:1], "Assets")
    auxiliary = f":X{_NOT_A_NAME.sub('-', line.auxiliary)}" if line.auxiliary else ""
    return f"{root}:{line.account}{auxiliary}"


def _journal(books: MonthBooks) -> Iterator[str]:
    yield f'option "title" "{books.siren} {books.month}"'
    yield f'option "operating_currency" "{books.currency}"'
    first_day = books.last_day.replace(day=1)
    opening = min([first_day, *(line.booked_on for line in books.lines)])
    for name in sorted({account_name(line) for line in books.lines}):
        yield f"{opening:%Y-%m-%d} open {name} {books.currency}"
    for entry in entries(books.lines):
        yield ""
        yield from _transaction(entry, books.currency)


def _transaction(entry: list[EntryLine], currency: str) -> Iterator[str]:
    first = entry[0]
    yield f'{first.booked_on:%Y-%m-%d} * "{_text(first.wording)}" ^{_NOT_A_LINK.sub("-", first.piece)}'
    yield f'  ecriture: "{_text(first.journal + first.number)}"'
    for line in entry:
        yield f"  {account_name(line)}  {line.debit - line.credit:.2f} {currency}"


def _text(words: str) -> str:
    return one_line(words, '"\\')
