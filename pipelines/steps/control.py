"""Draws up the ten control totals of every month."""

from datetime import date

from pipelines.domain.controls import ControlTotal, every_number
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse

CONTROLS = (
    "01_rows_read",
    "02_credit_notes_per_rate",
    "03_credit_notes_settled",
    "04_refunds_explained",
    "05_provider_totals",
    "06_numbers",
    "07_open_list",
    "08_stock",
    "09_payouts",
    "10_journal",
)


def control(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Rebuild out.controls for every month up to `as_of`."""
    settings = {
        "as_of": as_of,
        "currency": shop.identity.currency,
        "notes_are_posted": shop.books.credit_notes and not shop.books.daily_recap,
        "tolerance": shop.matching.tolerance,
    }
    with warehouse.transaction():
        warehouse.run("controls/emptied")
        warehouse.run("controls/months", **settings)
        warehouse.run("controls/counted_days")
        warehouse.run("controls/sold_amounts")
        for name in CONTROLS:
            warehouse.run(f"controls/{name}", **settings)
    ties, differs, not_observed = warehouse.rows("controls/totals")[0]
    return Summary("control", {"ties": ties, "differs": differs, "not_observed": not_observed})


def month_controls(warehouse: Warehouse, month: str) -> list[ControlTotal]:
    """The control totals of one month, each of the ten numbers at least once."""
    return every_number(warehouse.records(ControlTotal, "out/month_controls", month=month))


def last_look(warehouse: Warehouse) -> date:
    """The last day that controls were drawn up for."""
    days: list[date] = [until for _, until in warehouse.rows("controls/known_months")]
    return max(days)
