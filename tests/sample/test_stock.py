"""What the sample shop does wrong to its own stock is named, and its correction brings its figure to ours."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.domain.shop import Shop, read_shop
import pipelines.sample
from pipelines.sample import Scale, invent
from pipelines.steps.count import count
from pipelines.steps.stock_corrections import stock_corrections
from pipelines.warehouse import Warehouse, open_warehouse

SCALE = Scale(orders=2500, faults=3)
KINDS = ("restocked_twice", "restock_missing", "restock_without_receipt", "stock_drift")
FAULTS = f"select kind, coalesce(order_id, ''), sku from sample.faults where kind in {KINDS} order by all"
BANK = "select kind from core.break_findings where starts_with(expected, 'relevé bancaire')"
FOUND = "select kind, coalesce(order_id, ''), sku from core.break_findings order by all"


@pytest.fixture(scope="module")
def shop() -> Shop:
    return read_shop(Path(pipelines.sample.__file__).parent)


@pytest.fixture(scope="module")
def warehouse(shop):
    with open_warehouse() as opened:
        invent(opened, SCALE)
        opened.run("sample/loaded")
        count(opened, shop, SCALE.as_of)
        yield opened


def found(warehouse: Warehouse) -> list[tuple[str, ...]]:
    warehouse.connection.execute("delete from core.break_findings")
    for kind in KINDS:
        warehouse.run(f"breaks/{kind}", language="fr")
    return warehouse.connection.execute(FOUND).fetchall()


def test_every_fault_is_named_and_nothing_else(warehouse):
    assert found(warehouse) == warehouse.connection.execute(FAULTS).fetchall()


def test_the_correction_brings_the_shops_figure_to_ours(warehouse, shop):
    corrections = stock_corrections(warehouse, shop, "2026-10").corrections
    ours = dict(
        warehouse.connection.execute(
            "select sku, max_by(due, read_at) from core.stock_readings group by sku"
        ).fetchall()
    )
    theirs = dict(
        warehouse.connection.execute(
            "select sku, max_by(shop_quantity, read_at) from core.stock_readings group by sku"
        ).fetchall()
    )
    added = {correction.sku: correction.correction for correction in corrections}
    assert added
    assert {sku: quantity + added.get(sku, Decimal(0)) for sku, quantity in theirs.items()} == ours


def test_without_states_one_return_that_explains_the_figure_is_named():
    with open_warehouse() as opened:
        invent(opened, Scale(orders=300))
        opened.run("sample/loaded")
        opened.connection.execute("delete from core.order_states")
        count(opened, Shop(), date(2026, 10, 31))
        kinds = {row[0] for row in found(opened)}
        assert kinds <= set(KINDS)


def test_the_days_the_bank_statement_lacks_are_named(warehouse):
    warehouse.run("core/coverage")
    warehouse.connection.execute("delete from core.break_findings")
    warehouse.run("breaks/coverage_hole", as_of=SCALE.as_of, language="fr")
    injected = warehouse.connection.execute("select kind from sample.faults where kind = 'coverage_hole'").fetchall()
    assert warehouse.connection.execute(BANK).fetchall() == injected == [("coverage_hole",)]
