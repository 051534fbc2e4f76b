"""Reads one month's books from the warehouse."""

from pipelines.domain.controls import ControlTotal
from pipelines.domain.entries import EntryLine
from pipelines.domain.month_books import MonthBooks
from pipelines.domain.months import last_day
from pipelines.domain.recaps import RecapLine
from pipelines.domain.shop import Shop
from pipelines.steps.control import month_controls
from pipelines.warehouse import Warehouse


def month_books(warehouse: Warehouse, shop: Shop, month: str) -> MonthBooks:
    """The books of `month` (`YYYY-MM`), as last posted and controlled."""
    lines = warehouse.records(EntryLine, "out/month_entries", month=month)
    state = warehouse.rows("out/month_state", month=month)
    return _books(shop, month, lines, state, month_controls(warehouse, month))


def month_recaps(warehouse: Warehouse, month: str) -> list[RecapLine]:
    """What the month's daily recaps stand for; nothing when entries are posted one by one."""
    return warehouse.records(RecapLine, "out/month_recaps", month=month)


def shelf_books(shelf: Warehouse, shop: Shop, month: str) -> MonthBooks:
    """The same, from the tables of an edition of the shelf, without control totals."""
    lines = shelf.records(EntryLine, "shelf/month_entries", month=month)
    return _books(shop, month, lines, shelf.rows("shelf/month_state", month=month), [])


def _books(
    shop: Shop, month: str, lines: list[EntryLine], state: list[tuple[str]], controls: list[ControlTotal]
) -> MonthBooks:
    return MonthBooks(
        month=month,
        last_day=last_day(month),
        state=state[0][0] if state else "open",
        siren=shop.identity.siren,
        currency=shop.identity.currency,
        lines=lines,
        controls=controls,
    )
