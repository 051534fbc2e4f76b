"""What a shop does wrong to its own stock, told by its changes of state and by the figures it says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pipelines.domain.shop import Shop
from pipelines.domain.shop.identity import Identity, Language
from pipelines.domain.shop.stock import Stock
from pipelines.steps.count import count
from pipelines.steps.prove import prove
from pipelines.warehouse import Warehouse
from tests.stock_drawn import Event, at, empty, put, put_numbered, rows

DAY = date(2026, 10, 31)
SHOP = Shop(stock=Stock(restocking_states=("Retournée", "Annulée")))
SKUS = ("ARC", "BOL", "CIR")
FAULTS = "select kind, order_id, sku, effect from core.restock_faults order by all"
UNEXPLAINED = "select sku, unexplained from core.stock_readings where unexplained <> 0 order by all"


@pytest.fixture
def warehouse(opened):
    """Ten of each of three articles, one sold of each, in orders BV-0003 to BV-0005."""
    empty(opened)
    opened.connection.execute("delete from core.shop_stock")
    put(opened, [Event("count", sku, 0, 10) for sku in SKUS] + [Event("sale", sku, 5, 1) for sku in SKUS])
    return opened


def came_back(warehouse: Warehouse, *numbers: int, kind: str = "return") -> None:
    """The sales of these numbers come back, or are announced, a day later."""
    put_numbered(warehouse, [(number + 20, Event(kind, SKUS[number - 3], 30, 1, sale=number)) for number in numbers])


def states(warehouse: Warehouse, *told: tuple[int, str, int]) -> None:
    """Changes of state: order, state, hour."""
    for number, status, hour in told:
        warehouse.connection.execute(
            "insert into core.order_states by name select $id as order_id, $status as status, $at as changed_at, $at::date as changed_on, "
            "'f' as source_file, 1 as source_row",
            {"id": f"BV-{number:04d}", "status": status, "at": at(hour)},
        )


def said(warehouse: Warehouse, *quantities: int) -> None:
    """What the shop says it has of each article, a month later."""
    for sku, quantity in zip(SKUS, quantities, strict=True):
        when = at(0) + timedelta(days=40)
        warehouse.connection.execute(
            "insert into core.shop_stock select ?, 'principal', ?, ?::date, ?, 'f', 1", [sku, when, when, quantity]
        )


def test_put_back_twice_by_two_states(warehouse):
    came_back(warehouse, 3, 4)
    states(warehouse, (3, "Retournée", 31), (3, "Annulée", 40), (4, "Retournée", 31))
    said(warehouse, 11, 10, 9)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, FAULTS) == [("restocked_twice", "BV-0003", "ARC", 1)]
    assert rows(warehouse, UNEXPLAINED) == []


@pytest.mark.parametrize(
    ("language", "expected", "found"),
    [
        (Language.FRENCH, "une remise en stock de 1 × ARC", "2 remises en stock par la boutique (Retournée le "),
        (Language.ENGLISH, "one restocking of 1 × ARC", "2 restockings by the shop (Retournée on "),
    ],
)
def test_a_fault_is_told_in_the_language_of_the_shop(warehouse, language, expected, found):
    came_back(warehouse, 3)
    states(warehouse, (3, "Retournée", 31), (3, "Annulée", 40))
    said(warehouse, 11, 9, 9)
    count(warehouse, replace(SHOP, identity=Identity(language=language)), DAY)
    ((told_expected, told_found),) = rows(warehouse, "select expected, found from core.restock_faults")
    assert (told_expected, told_found.startswith(found)) == (expected, True)


def test_a_drift_is_told_in_the_language_of_the_shop(warehouse):
    said(warehouse, 12, 9, 9)
    english = replace(SHOP, identity=Identity(language=Language.ENGLISH))
    count(warehouse, english, DAY)
    prove(warehouse, english, DAY)
    told = rows(warehouse, "select expected, found from core.breaks where kind = 'stock_drift'")
    assert told == [("stock recomputed: 9", "shop: 12 (difference +3)")]


def test_a_platform_has_its_own_states_in_its_own_words(warehouse):
    came_back(warehouse, 3, 4)
    states(warehouse, (3, "returned", 31), (3, "cancelled", 40), (4, "returned", 31))
    said(warehouse, 11, 10, 9)
    count(warehouse, Shop(identity=Identity(platform="wizishop")), DAY)
    assert rows(warehouse, FAULTS) == [("restocked_twice", "BV-0003", "ARC", 1)]


def test_never_put_back_where_other_orders_were(warehouse):
    came_back(warehouse, 3, 4)
    states(warehouse, (3, "Remboursée", 31), (4, "Retournée", 31))
    said(warehouse, 9, 10, 9)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, FAULTS) == [("restock_missing", "BV-0003", "ARC", -1)]


def test_put_back_when_nothing_came(warehouse):
    came_back(warehouse, 3, kind="announced")
    states(warehouse, (3, "Retournée", 31))
    said(warehouse, 10, 9, 9)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, FAULTS) == [("restock_without_receipt", "BV-0003", "ARC", 1)]


def test_a_right_figure_refutes_what_only_states_said(warehouse):
    came_back(warehouse, 3)
    states(warehouse, (3, "Retournée", 31), (3, "Annulée", 40))
    said(warehouse, 10, 9, 9)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, FAULTS) == rows(warehouse, UNEXPLAINED) == []


def test_a_figure_right_by_chance_hides_no_fault_where_others_bear_the_states_out(warehouse):
    """Two were put back twice, as their figures say; of the third, one was lost besides."""
    came_back(warehouse, 3, 4, 5)
    for number in (3, 4, 5):
        states(warehouse, (number, "Retournée", 31), (number, "Annulée", 40))
    said(warehouse, 11, 11, 10)
    count(warehouse, SHOP, DAY)
    assert [row[1:3] for row in rows(warehouse, FAULTS)] == [("BV-0003", "ARC"), ("BV-0004", "BOL"), ("BV-0005", "CIR")]
    assert rows(warehouse, UNEXPLAINED) == [("CIR", 1)]


def test_without_states_a_figure_that_one_return_alone_explains_names_it(warehouse):
    came_back(warehouse, 3, 4)
    said(warehouse, 11, 9, 9)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, FAULTS) == [
        ("restock_missing", "BV-0004", "BOL", -1),
        ("restocked_twice", "BV-0003", "ARC", 1),
    ]


def test_a_drift_nothing_explains_is_left_over(warehouse):
    said(warehouse, 9, 7, 9)
    count(warehouse, SHOP, DAY)
    assert rows(warehouse, FAULTS) == []
    assert rows(warehouse, UNEXPLAINED) == [("BOL", 2)]
    assert rows(warehouse, "select sku, correction from core.stock_readings where correction <> 0") == [("BOL", 2)]
