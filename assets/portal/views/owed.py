"""Money customers still wait for, and stock the shop should correct."""

from fastapi import APIRouter, Response

from assets.portal.gate import Visiting
from assets.portal.pages import page
from assets.portal.records import OwedReturn, StockDrift

router = APIRouter()


@router.get("/{shop}/dus")
def owed(visit: Visiting) -> Response:
    """Returns whose money has not all gone back, the first due first."""
    with visit.opened_shelf() as shelf:
        items = shelf.records(OwedReturn, "shelf/owed")
    return page(visit, "owed.html.j2", items=items)


@router.get("/{shop}/stock")
def stock(visit: Visiting) -> Response:
    """Where the shop's figure and ours differ."""
    with visit.opened_shelf() as shelf:
        items = shelf.records(StockDrift, "shelf/stock_drift")
    return page(visit, "stock.html.j2", items=items)
