"""Reads what the dashboard of a month shows."""

from datetime import date
from typing import Any

from pipelines.domain.dashboard import (
    Cost,
    Dashboard,
    Delays,
    Handling,
    Hole,
    MonthOfReturns,
    Owed,
    ReasonOfReturn,
    ReturnedArticle,
    Returner,
)
from pipelines.domain.months import first_day, last_day, months_before
from pipelines.domain.shop import Shop
from pipelines.domain.statistics import median, rate
from pipelines.warehouse import Warehouse


def returned_lines(warehouse: Warehouse) -> None:
    """Shape the article lines that came back, over the whole history, into out.returned_lines."""
    warehouse.run("out/returned_lines")


def month_dashboard(warehouse: Warehouse, shop: Shop, month: str, as_of: date) -> Dashboard:
    """The dashboard of one month, as of its last day or of `as_of` while it runs."""
    days = _days(month, as_of)
    found = {"month": month, "currency": shop.identity.currency, **days}
    return Dashboard(
        shop_name=shop.identity.name,
        language=shop.identity.language,
        currency=shop.identity.currency,
        month=month,
        until=days["until"],
        months=tuple(reversed(warehouse.records(MonthOfReturns, "out/dashboard_months", **found))),
        reasons=tuple(warehouse.records(ReasonOfReturn, "out/dashboard_reasons", **found)),
        articles=tuple(warehouse.records(ReturnedArticle, "out/dashboard_articles", **found)),
        heat=tuple(_triple(row) for row in warehouse.rows("out/dashboard_heat", **found)),
        delays=_delays(warehouse.rows("out/dashboard_delays", **found), shop.returns.refund_days),
        cost=warehouse.records(Cost, "out/dashboard_cost", **found)[0],
        handlings=tuple(warehouse.records(Handling, "out/dashboard_retention", **found)),
        returners=tuple(warehouse.records(Returner, "out/dashboard_returners", **found)),
        owed=warehouse.records(Owed, "out/dashboard_owed", **found)[0],
        holes=tuple(warehouse.records(Hole, "out/dashboard_holes", **found)),
        reason_words={code: reason.words for code, reason in shop.reasons.items()},
    )


def _days(month: str, as_of: date) -> dict[str, date]:
    before, year, quarter = months_before(month, 1), months_before(month, 12), months_before(month, 2)
    return {
        "since": first_day(month),
        "until": min(last_day(month), as_of),
        "before_since": first_day(before),
        "before_until": last_day(before),
        "year_since": first_day(year),
        "year_until": last_day(year),
        "quarter_since": first_day(quarter),
        "twelve_since": first_day(months_before(month, 11)),
    }


def _triple(row: tuple[Any, ...]) -> tuple[str, str, int]:
    return row[0], row[1], row[2]


def _delays(rows: list[tuple[Any, ...]], refund_days: int) -> Delays:
    receipts = [row[1] for row in rows if row[1] is not None]
    refunds = [row[2] for row in rows if row[2] is not None]
    in_time = sum(days <= refund_days for days in refunds)
    return Delays(len(refunds), median(receipts), median(refunds), rate(in_time, len(refunds)))
