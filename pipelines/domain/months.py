"""Months as `YYYY-MM`, their days and their names."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

FRENCH = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month_of(day: date) -> str:
    """The month a day belongs to."""
    return f"{day:%Y-%m}"


def first_day(month: str) -> date:
    """The first day of a month."""
    return date.fromisoformat(f"{month}-01")


def last_day(month: str) -> date:
    """The last day of a month."""
    first = first_day(month)
    return first.replace(day=monthrange(first.year, first.month)[1])


def months_before(month: str, count: int) -> str:
    """The month that many months earlier."""
    first = first_day(month)
    total = first.year * 12 + first.month - 1 - count
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def months_from(first: date, last: date) -> Iterator[str]:
    """Every month two days lie in or between, the earliest first."""
    month = month_of(first)
    while month <= month_of(last):
        yield month
        month = months_before(month, -1)


def month_name(number: int, language: str = "fr") -> str:
    """« octobre » for 10."""
    return (ENGLISH if language == "en" else FRENCH)[number - 1]


def month_words(month: str, language: str = "fr") -> str:
    """« octobre 2026 »."""
    return f"{month_name(int(month[5:]), language)} {month[:4]}"
