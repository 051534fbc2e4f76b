"""What becomes of goods: whatever is decided of a return, given up, exchanged, bundled, received, counted or written off."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.domain.shop import Shop
from pipelines.domain.shop.stock import Stock
from pipelines.steps.count import count
from pipelines.steps.prove import prove
from pipelines.warehouse import Warehouse
from tests.stock_drawn import Event, empty, put, returned, rows

DAY = date(2026, 10, 31)
SHOP = Shop(stock=Stock())
SOLD = [Event("count", "BOL", 0, 10, Decimal(8)), Event("sale", "BOL", 5, 2)]


@pytest.fixture
def warehouse(opened):
    empty(opened)
    return opened


def moves(warehouse: Warehouse, *events: Event, shop: Shop = SHOP) -> list[tuple[object, ...]]:
    """The moves these events make after a count of ten and a sale of two."""
    put(warehouse, [*SOLD, *events])
    count(warehouse, shop, DAY)
    return rows(warehouse, "select kind, sku, quantity from core.stock_moves order by moved_at, move_id offset 2")


@pytest.mark.parametrize(
    ("disposition", "on_shelf", "apart"),
    [
        ("restock", 9, []),
        ("refurbish", 8, [("refurbish", 1, 8, 4)]),
        ("quarantine", 8, [("quarantine", 1, 8, 4)]),
        ("donate", 8, [("donate", 1, 8, 8)]),
        ("recycle", 8, [("recycle", 1, 8, 8)]),
        ("destroy", 8, [("destroy", 1, 8, 8)]),
        ("not_returned", 8, []),
        ("lost_in_transit", 8, []),
        ("wrong_item", 8, []),
    ],
)
def test_a_return_goes_where_it_was_decided_and_loses_what_it_cannot_be_sold_for(
    warehouse, disposition, on_shelf, apart
):
    put(warehouse, SOLD)
    returned(warehouse, 7, Event("return", "BOL", 20, 1, sale=1), disposition)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, "select sum(quantity) from core.stock_moves") == [(on_shelf,)]
    assert rows(warehouse, "select disposition, quantity, value, write_down from core.stock_apart") == apart


@pytest.mark.parametrize(
    ("condition", "reason", "on_shelf"),
    [("new", None, 9), ("damaged", None, 8), ("used", None, 8), (None, "defective", 8), (None, "changed_mind", 9)],
)
def test_where_nothing_was_decided_condition_and_reason_decide(warehouse, condition, reason, on_shelf):
    put(warehouse, SOLD)
    returned(warehouse, 7, Event("return", "BOL", 20, 1, sale=1), None)
    warehouse.connection.execute("update core.return_lines set condition = ?, reason_code = ?", [condition, reason])
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, "select sum(quantity) from core.stock_moves") == [(on_shelf,)]


def test_goods_announced_are_on_their_way_at_what_they_cost_until_they_come(warehouse):
    assert moves(warehouse, Event("announced", "BOL", 24, 2, sale=1)) == []
    awaited = "select return_id, quantity, unit_cost, value, days, received_on from core.stock_in_transit"
    assert rows(warehouse, awaited) == [("R2", 2, 8, 16, 59, None)]
    warehouse.connection.execute(
        "update core.return_lines set received_at = timestamp '2026-09-12 09:00', received_on = date '2026-09-12'"
    )
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, awaited) == [("R2", 2, 8, 16, 10, date(2026, 9, 12))]
    assert rows(warehouse, "select sum(quantity) from core.stock_moves") == [(10,)]


def test_what_was_given_up_before_it_left_comes_back_whole(warehouse):
    given_up = Event("sale", "BOL", 10, 3, cancelled=30)
    assert moves(warehouse, given_up) == [("sale", "BOL", -3), ("cancellation", "BOL", 3)]


def test_an_exchange_is_a_return_and_a_sale_each_counted_once(warehouse):
    exchanged = moves(warehouse, Event("return", "BOL", 20, 1, sale=1), Event("sale", "BOL-L", 21, 1))
    assert exchanged == [("restock", "BOL", 1), ("sale", "BOL-L", -1)]


def test_a_bundle_comes_back_as_what_it_is_made_of_and_what_is_apart_too(warehouse):
    shop = Shop(stock=Stock(bundles=("COFFRET = 2 x SAV + BOU",)))
    bundle, kept = Event("sale", "COFFRET", 10, 1), Event("return", "COFFRET", 20, 1, sale=2)
    assert moves(warehouse, bundle, kept, shop=shop)[2:] == [("restock", "BOU", 1), ("restock", "SAV", 2)]
    warehouse.connection.execute("update core.return_lines set disposition = 'refurbish'")
    count(warehouse, shop, DAY)
    assert rows(warehouse, "select sku, quantity from core.stock_apart order by sku") == [("BOU", 1), ("SAV", 2)]


def test_receipts_counts_and_write_offs_are_moves_with_their_source(warehouse):
    made = moves(
        warehouse,
        Event("receipt", "BOL", 10, 5, Decimal(9)),
        Event("write_off", "BOL", 12, 1),
        Event("count", "BOL", 30, 11),
    )
    assert made == [("receipt", "BOL", 5), ("write_off", "BOL", -1), ("count", "BOL", -1)]
    assert rows(warehouse, "select distinct source_file, source_row from core.stock_moves") == [("f", 1)]


SENT = Event("sale", "BOL", 10, 3)
COUNTED, CAME = Event("count", "BOL", 0, 2), Event("receipt", "BOL", 0, 2)


@pytest.mark.parametrize(
    ("events", "cause"),
    [
        ([SENT], "never_counted"),
        ([CAME, SENT], "no_count"),
        ([COUNTED, SENT], "receipt_missing"),
        ([COUNTED, SENT, Event("announced", "BOL", 20, 1, sale=1)], "away"),
    ],
)
def test_stock_below_zero_says_since_when_by_which_move_and_why(warehouse, events, cause):
    put(warehouse, events)
    count(warehouse, SHOP, DAY)
    sale = f"sale:BV-{len(events[: events.index(SENT)]):04d}:1:BOL"
    told = rows(warehouse, "select since_on, move_id, cause, explanation <> '' from core.stock_negatives")
    assert told == [(date(2026, 9, 1), sale, cause, True)]


def test_stock_below_zero_for_what_has_not_left_yet_says_so(warehouse):
    put(warehouse, [COUNTED, SENT])
    warehouse.connection.execute("update core.orders set shipped_at = null, shipped_on = null")
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, "select quantity, cause from core.stock_negatives") == [(-1, "not_shipped")]
    warehouse.connection.execute("update core.stock_counts set quantity = 5")
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, "select * from core.stock_negatives") == []


def test_new_goods_destroyed_are_asked_why(warehouse):
    put(warehouse, SOLD)
    for number, condition in ((7, "new"), (8, None), (9, "damaged")):
        returned(warehouse, number, Event("return", "BOL", 20, 1, sale=1), "destroy")
        warehouse.connection.execute(
            "update core.return_lines set condition = ? where return_id = ?", [condition, f"R{number}"]
        )
    count(warehouse, SHOP, DAY)
    prove(warehouse, SHOP, DAY)
    asked = "select return_id, finding, amount from core.checks where rule = 'AGEC' order by all"
    words = "neuf et détruit sans justification (C. env. L541-15-8) : 1 × BOL"
    assert rows(warehouse, asked) == [("R7", words, 8), ("R8", words, 8)]
    warehouse.connection.execute(
        "insert into core.decisions by name select 1 as sequence, timestamp '2026-10-01' as decided_at, 'Ana' as author, "
        "'comment' as action, 'BV-0001' as order_id, 'Contaminé, bordereau 12' as comment"
    )
    prove(warehouse, SHOP, DAY)
    assert rows(warehouse, asked) == []
