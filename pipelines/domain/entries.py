"""Lines of accounting entries: the 18 columns of the FEC (LPF art. A47 A-1), by their names in our words.

A line is a named tuple: thousands of them are made, and sent to the process that writes the files.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from pipelines.domain.money import ZERO


class EntryLine(NamedTuple):
    """One line of an entry: a debit or a credit, never both, never negative."""

    journal: str
    journal_label: str
    number: str
    booked_on: date
    account: str
    account_label: str
    auxiliary: str | None
    auxiliary_label: str | None
    piece: str
    piece_on: date
    wording: str
    debit: Decimal
    credit: Decimal
    lettering: str | None
    lettered_on: date | None
    valid_on: date
    currency_amount: Decimal | None
    currency: str | None
    entry_id: str = ""


def entries(lines: Iterable[EntryLine]) -> Iterator[list[EntryLine]]:
    """The lines of each entry together, in the order of the lines given."""
    for _, group in groupby(lines, key=lambda line: (line.journal, line.number)):
        yield list(group)


def lettered_within(lines: Sequence[EntryLine]) -> list[EntryLine]:
    """The same lines, a lettering code kept only where its whole group is among them: there it balances."""
    balances: dict[tuple[str, str, str], Decimal] = {}
    for line in lines:
        if line.lettering:
            balances[_group(line)] = balances.get(_group(line), ZERO) + line.debit - line.credit
    return [
        line._replace(lettering=None, lettered_on=None) if line.lettering and balances[_group(line)] else line
        for line in lines
    ]


def _group(line: EntryLine) -> tuple[str, str, str]:
    return line.account, line.auxiliary or "", line.lettering or ""
