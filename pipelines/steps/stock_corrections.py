"""Reads what a month's figures of the shop's own stock lack or have too much."""

from datetime import date

from pipelines.domain.months import first_day, last_day
from pipelines.domain.shop import Shop
from pipelines.domain.stock_corrections import MonthCorrections, StockCorrection
from pipelines.warehouse import Warehouse


def stock_corrections(warehouse: Warehouse, shop: Shop, month: str) -> MonthCorrections:
    """What to correct in the shop, by its last figure of the month."""
    days: dict[str, date] = {"first": first_day(month), "until": last_day(month)}
    corrections = warehouse.records(StockCorrection, "out/stock_corrections", **days)
    return MonthCorrections(month, shop.identity.platform, corrections)
