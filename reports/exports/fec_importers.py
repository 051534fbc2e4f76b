"""Pennylane and Sage take the FEC-format file itself: the universal import of French accounting."""

from collections.abc import Iterator

from pipelines.domain.month_books import MonthBooks
from reports.exports.fec import fec


def pennylane(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """The FEC-format file, in UTF-8."""
    yield "pennylane.txt", fec(books).content


def sage(books: MonthBooks) -> Iterator[tuple[str, bytes]]:
    """The FEC-format file, in ISO 8859-15 as the law allows and Sage expects."""
    yield "sage.txt", fec(books).content.decode("utf-8").encode("iso8859-15", "replace")
