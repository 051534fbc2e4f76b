"""Months as `YYYY-MM` and their days."""

from calendar import monthrange
from datetime import date


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
