"""Reads one month's books from the warehouse."""

from calendar import monthrange
from datetime import date

from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks
from pipelines.domain.shop import Shop
from pipelines.steps.control import month_controls
from pipelines.warehouse import Warehouse


def month_books(warehouse: Warehouse, shop: Shop, month: str) -> MonthBooks:
    """The books of `month` (`YYYY-MM`), as last posted and controlled."""
    state = warehouse.rows("out/month_state", month=month)
    return MonthBooks(
        month=month,
        last_day=last_day(month),
        state=str(state[0][0]) if state else "open",
        siren=shop.identity.siren,
        currency=shop.identity.currency,
        lines=warehouse.records(EntryLine, "out/month_entries", month=month),
        controls=month_controls(warehouse, month),
    )


def last_day(month: str) -> date:
    """The last day of a month `YYYY-MM`."""
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, monthrange(year, number)[1])
