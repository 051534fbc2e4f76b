"""Stock from its moves: what conserves, what it is worth, what a late move changes."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.domain.shop import Shop
from pipelines.domain.shop.stock import Stock, Valuation
from pipelines.steps.count import count
from pipelines.warehouse import Warehouse
from tests.stock_drawn import Event, empty, put, put_numbered, rows

DAY = date(2026, 10, 31)
AVERAGE = Shop(stock=Stock())
FIRST = Shop(stock=Stock(valuation=Valuation.FIRST_IN_FIRST_OUT))


def last(warehouse: Warehouse, sku: str) -> tuple[Decimal, Decimal | None, Decimal | None]:
    found = rows(
        warehouse,
        f"select quantity, unit_cost, value from core.stock_positions where sku = '{sku}' order by day desc limit 1",
    )
    return found[0] if found else (Decimal(0), None, None)


@pytest.fixture
def warehouse(opened):
    empty(opened)
    return opened


SIMPLE = [
    Event("count", "BOL", 0, 10, Decimal(8)),
    Event("sale", "BOL", 5, 2),
    Event("receipt", "BOL", 10, 4, Decimal(11)),
    Event("return", "BOL", 20, 1, sale=1),
]


def test_a_return_comes_back_at_the_cost_it_left_at(warehouse):
    put(warehouse, SIMPLE)
    count(warehouse, AVERAGE, DAY)
    assert last(warehouse, "BOL") == (13, Decimal("8.923077"), Decimal("116.00"))


def test_nothing_new_changes_nothing(warehouse):
    put(warehouse, SIMPLE)
    count(warehouse, AVERAGE, DAY)
    again = count(warehouse, AVERAGE, DAY)
    assert (again.figures["added"], again.figures["removed"], again.figures["touched"]) == (0, 0, 0)


def test_a_late_receipt_says_which_positions_it_changed(warehouse):
    put(warehouse, SIMPLE)
    count(warehouse, AVERAGE, DAY)
    warehouse.connection.execute(
        "insert into core.stock_receipts select 'B9', 'BOL', 'principal', timestamp '2026-09-01 12:00', date '2026-09-01', 3, 9, 'g', 1"
    )
    summary = count(warehouse, AVERAGE, DAY)
    assert (summary.figures["added"], summary.figures["changed"]) == (1, 1)
    assert rows(warehouse, "select sku, quantity_before, quantity_after from core.stock_changes") == [("BOL", 13, 16)]


def test_a_corrected_move_replaces_the_one_before(warehouse):
    put(warehouse, SIMPLE)
    count(warehouse, AVERAGE, DAY)
    warehouse.connection.execute("update core.order_lines set quantity = 3")
    summary = count(warehouse, AVERAGE, DAY)
    assert (summary.figures["added"], summary.figures["removed"]) == (1, 1)
    assert last(warehouse, "BOL")[0] == 12


def test_a_bundle_leaves_as_what_it_is_made_of(warehouse):
    put(warehouse, [Event("sale", "COFFRET", 1, 2)])
    count(warehouse, Shop(stock=Stock(bundles=("COFFRET = 2 x SAV + BOU",))), DAY)
    assert rows(warehouse, "select sku, quantity from core.stock_moves order by sku") == [("BOU", -2), ("SAV", -4)]


def test_pseudo_articles_are_no_goods(warehouse):
    put(warehouse, [Event("sale", "PORT", 1, 1)])
    count(warehouse, Shop(stock=Stock(pseudo_skus=("PORT",))), DAY)
    assert rows(warehouse, "select * from core.stock_moves") == []


@pytest.mark.parametrize("valuation", list(Valuation))
def test_a_perpetual_inventory_knows_what_each_move_is_worth(warehouse, valuation):
    put(warehouse, SIMPLE)
    count(warehouse, Shop(stock=Stock(valuation=valuation, perpetual_inventory=True)), DAY)
    found = rows(warehouse, "select kind, quantity, unit_cost from core.stock_moves order by moved_at")
    assert found == [("count", 10, 8), ("sale", -2, 8), ("receipt", 4, 11), ("restock", 1, 8)]


def test_a_count_corrects_what_was_computed(warehouse):
    put(warehouse, [*SIMPLE, Event("count", "BOL", 30, 11)])
    count(warehouse, AVERAGE, DAY)
    assert rows(warehouse, "select quantity from core.stock_moves where kind = 'count' order by moved_at") == [
        (10,),
        (-2,),
    ]


def test_what_comes_at_the_same_instant_comes_in_the_order_of_its_ids(warehouse):
    put(warehouse, [*(Event("receipt", "BOL", 4, 1, Decimal(cost)) for cost in range(9)), Event("sale", "BOL", 4, 4)])
    count(warehouse, FIRST, DAY)
    assert last(warehouse, "BOL")[2] == 4 + 5 + 6 + 7 + 8


def test_ids_that_look_alike_stay_apart(warehouse):
    """DuckDB gives the second and the third the same hash."""
    lines = [("501922", "#1"), ("501922", "#2"), ("502922", "#1"), ("502922", "#2")]
    for order, rank in lines:
        put_numbered(warehouse, [(int(order), Event("sale", "21533", 1, 1))] if rank == "#1" else [])
        warehouse.connection.execute(
            "insert into core.order_lines by name select * replace ($line as line_id) from core.order_lines where order_id = $order limit 1",
            {"order": f"BV-{order}", "line": f"21533 × 1 @ 4.95 {rank}"},
        )
    warehouse.connection.execute("delete from core.order_lines where line_id = '1'")
    warehouse.connection.execute("update core.orders set order_id = substr(order_id, 4)")
    warehouse.connection.execute("update core.order_lines set order_id = substr(order_id, 4)")
    put(warehouse, [Event("count", "21533", 0, 9, Decimal(8))])
    count(warehouse, Shop(stock=Stock(perpetual_inventory=True)), DAY)
    assert last(warehouse, "21533")[0] == 5
    assert rows(warehouse, "select unit_cost from core.stock_moves") == [(8,)] * 5
