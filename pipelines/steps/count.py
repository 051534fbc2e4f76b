"""COUNT: stock from its moves, position by position, and only what new or corrected moves touch."""

from datetime import date
from typing import assert_never

from pipelines.domain.bundles import read_bundles
from pipelines.domain.shop import Shop
from pipelines.domain.shop.policy import Disposition
from pipelines.domain.shop.stock import Valuation, plain
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse

CANCELLED = ("annule", "annulee", "cancelled", "canceled", "cancelled_by_customer", "50")
"""States of an order, without accents, that say it was given up before it left."""
WIZISHOP = ("retournee", "annulee", "returned", "cancelled", "45", "50")
PLATFORM_STATES = {"wizishop": WIZISHOP, "dropizi": WIZISHOP}
"""States by which a platform puts goods back, where `shop.toml` names none: 50 even what was never taken."""
HABITS = ("restockings", "restock_faults", "readings", "inferred_faults", "kept_readings", "apart", "negatives")
PRICED = {
    Valuation.WEIGHTED_AVERAGE: "stock/priced_moves",
    Valuation.FIRST_IN_FIRST_OUT: "stock/priced_layers",
}
BLOCK = 200
"""Entries averaged at once: a history longer than that is taken in several."""


def count(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Bring moves and positions up to what the sources say today, all of it or nothing."""
    settings = _settings(shop)
    with warehouse.transaction(), warehouse.sets() as sets:
        sets.run("stock/judged_lines", **settings)
        sets.run("stock/expected_moves", **settings)
        sets.run("stock/changed_moves")
        sets.run("stock/replaced_moves")
        value(sets, shop.stock.valuation)
        if shop.stock.perpetual_inventory or shop.books.stock:
            sets.run(PRICED[shop.stock.valuation])
        for name in HABITS:
            sets.run(f"stock/{name}", as_of=as_of, **settings)
    added, removed, touched, positions, changed = warehouse.rows("stock/summary")[0]
    figures = {"added": added, "removed": removed, "touched": touched, "positions": positions, "changed": changed}
    return Summary("count", figures)


def value(warehouse: Warehouse, valuation: Valuation) -> None:
    """Draw up again the levels, costs and positions of every sku and place that was touched."""
    warehouse.run("stock/levels")
    warehouse.run("stock/entries")
    match valuation:
        case Valuation.WEIGHTED_AVERAGE:
            _weighted_average(warehouse)
        case Valuation.FIRST_IN_FIRST_OUT:
            _first_in_first_out(warehouse)
        case _:
            assert_never(valuation)
    warehouse.run("stock/kept_positions")


def _weighted_average(warehouse: Warehouse) -> None:
    for after in range(0, warehouse.rows("stock/depth")[0][0], BLOCK):
        warehouse.run("stock/costs", after=after, until=after + BLOCK)
    warehouse.run("stock/kept_costs")
    warehouse.run("stock/positions")


def _first_in_first_out(warehouse: Warehouse) -> None:
    """Goods sold, returned and sold again take one round each time they came back."""
    warehouse.run("stock/layers")
    while warehouse.rows("stock/layer_costs")[0][0]:
        pass
    warehouse.run("stock/layer_rest")
    warehouse.run("stock/layer_positions")


def _restocking_states(shop: Shop) -> tuple[str, ...]:
    return shop.stock.restocking_states or PLATFORM_STATES.get(shop.identity.platform, ())


def _settings(shop: Shop) -> dict[str, object]:
    bundles = read_bundles(shop.stock.bundles)
    return {
        "language": str(shop.identity.language),
        "place": shop.stock.place,
        "pseudo_skus": list(shop.stock.pseudo_skus),
        "cancelled_states": list(CANCELLED),
        "restocking_states": [plain(state) for state in _restocking_states(shop)],
        "write_down_percent": shop.stock.write_down_percent,
        "unsaleable_reasons": [
            code for code, reason in shop.reasons.items() if reason.disposition is not Disposition.RESTOCK
        ],
        "bundle_skus": [component.bundle_sku for component in bundles],
        "component_skus": [component.sku for component in bundles],
        "component_quantities": [component.quantity for component in bundles],
    }
