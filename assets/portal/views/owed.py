"""Money customers still wait for, and stock the shop should correct."""

from fastapi import APIRouter, Response

from assets.portal.gate import Visiting
from assets.portal.pages import first_row, page
from assets.portal.records import OwedReturn, OwedTotal, StockDrift

router = APIRouter()
LENGTH = 100


@router.get("/{shop}/dus")
def owed(visit: Visiting, suite: int = 0) -> Response:
    """Returns whose money has not all gone back, the first due first."""
    shown = {"offset": first_row(suite), "length": LENGTH}
    with visit.opened_shelf("owed") as shelf:
        items = shelf.records(OwedReturn, "shelf/owed", **shown)
        totals = shelf.records(OwedTotal, "shelf/owed_totals")
    count = sum(total.returns for total in totals)
    return page(visit, "owed.html.j2", items=items, totals=totals, count=count, **shown)


@router.get("/{shop}/stock")
def stock(visit: Visiting, suite: int = 0) -> Response:
    """Where the shop's figure and ours differ."""
    shown = {"offset": first_row(suite), "length": LENGTH}
    with visit.opened_shelf("stock_drift") as shelf:
        items = shelf.records(StockDrift, "shelf/stock_drift", **shown)
        ((count,),) = shelf.rows("shelf/stock_drift_count")
    return page(visit, "stock.html.j2", items=items, count=count, **shown)
