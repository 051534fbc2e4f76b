"""Reads what the dashboard of a month shows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pipelines.domain.dashboard import (
    Cost,
    Dashboard,
    Delays,
    Handling,
    Heat,
    MonthOfReturns,
    Owed,
    ReasonOfReturn,
    ReturnedArticle,
    Returner,
    Unmapped,
)
from pipelines.domain.months import first_day, last_day, months_before
from pipelines.domain.shop import Shop
from pipelines.domain.statistics import median, rate
from pipelines.warehouse import Warehouse


def returned_lines(warehouse: Warehouse, shop: Shop, as_of: date) -> None:
    """Shape the article lines that came back, over the whole history, and what was sold beside them by `as_of`."""
    warehouse.run("out/returned_lines", phrases=_phrases(shop))
    warehouse.run("out/sold_articles", as_of=as_of)


def _phrases(shop: Shop) -> list[dict[str, str]]:
    """The phrases that tell each reason."""
    told = [(code, phrase) for code, reason in shop.reasons.items() for phrase in reason.phrases]
    return [{"reason_code": code, "phrase": phrase} for code, phrase in told]


def month_dashboard(warehouse: Warehouse, shop: Shop, month: str, as_of: date) -> Dashboard:
    """The dashboard of one month, as of its last day or of `as_of` while it runs."""
    days = _days(month, as_of)
    found = {"month": month, "currency": shop.identity.currency, "phrases": _phrases(shop), **days}
    return Dashboard(
        shop_name=shop.identity.name,
        language=shop.identity.language,
        currency=shop.identity.currency,
        month=month,
        until=days["until"],
        months=tuple(reversed(warehouse.records(MonthOfReturns, "out/dashboard_months", **found))),
        reasons=tuple(warehouse.records(ReasonOfReturn, "out/dashboard_reasons", **found)),
        articles=_articles(warehouse, found, days["quarter_since"], only_faulty=False),
        defects=_articles(warehouse, found, days["twelve_since"], only_faulty=True),
        heat=tuple(warehouse.records(Heat, "out/dashboard_heat", **found)),
        delays=_delays(warehouse.rows("out/dashboard_delays", **found), shop.returns.refund_days),
        cost=warehouse.records(Cost, "out/dashboard_cost", **found)[0],
        handlings=tuple(warehouse.records(Handling, "out/dashboard_retention", **found)),
        returners=tuple(warehouse.records(Returner, "out/dashboard_returners", **found)),
        owed=warehouse.records(Owed, "out/dashboard_owed", **found)[0],
        holes=tuple(hole for (hole,) in warehouse.rows("out/dashboard_holes", **found)),
        unmapped=tuple(warehouse.records(Unmapped, "out/dashboard_unmapped", **found)),
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


def _articles(
    warehouse: Warehouse, found: Mapping[str, object], since: date, *, only_faulty: bool
) -> tuple[ReturnedArticle, ...]:
    facts = {**found, "articles_since": since, "only_faulty": only_faulty}
    return tuple(warehouse.records(ReturnedArticle, "out/dashboard_articles", **facts))


def _delays(rows: list[tuple[Any, ...]], refund_days: int) -> Delays:
    """Days to receipt, from receipt to refund, to refund, and beyond the legal day; None where there is none."""
    columns = ([days for days in column if days is not None] for column in _columns(rows))
    receipts, afterwards, refunds, beyond = columns
    return Delays(
        len(refunds),
        median(receipts),
        median(afterwards),
        median(refunds),
        rate(sum(days <= 0 for days in beyond), len(beyond)),
        rate(sum(days <= refund_days for days in refunds), len(refunds)),
        refund_days,
    )


def _columns(rows: list[tuple[Any, ...]]) -> list[tuple[int | None, ...]]:
    return list(zip(*(row[1:] for row in rows), strict=True)) or [()] * 4
