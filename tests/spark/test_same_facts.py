"""Hard rows become the same facts on Spark as in DuckDB, row by row: identities, versions, days, cents, origins."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from pipelines.domain.shop import Shop
from pipelines.domain.shop.vat import Rounding
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from pipelines.warehouse.spark.session import Spark
from tests.spark.cluster import absent
from tests.spark.hard_rows import TEXTS, draw

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(absent()), reason=absent())]
TABLES = (
    "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' "
    "and table_schema in ('raw', 'core') order by all"
)


@pytest.fixture
def pair(address, tmp_path):
    """The same rows read, in a warehouse of DuckDB's and in one whose sets Spark works out."""
    with open_warehouse() as here, open_warehouse() as there:
        for warehouse in (here, there):
            draw(warehouse)
        yield here, replace(there, engine=Spark(address, tmp_path / "spark"))


@pytest.mark.parametrize(
    ("rounding", "as_of", "reasons"),
    [
        (Rounding.TOTAL, date(2026, 12, 31), {"duplicate", "superseded", "told_by_provider", "after_as_of"}),
        (Rounding.UNIT, date(2026, 10, 20), {"duplicate", "superseded", "told_by_provider", "after_as_of"}),
    ],
)
def test_hard_rows_become_the_same_facts(pair, alike, rounding, as_of, reasons):
    shop = replace(Shop(), vat=replace(Shop().vat, vat_rounding=rounding))
    summaries = [normalise(warehouse, shop, as_of) for warehouse in pair]
    alike(*map(_facts, pair))
    assert summaries[0] == summaries[1]
    assert {reason for (*_, reason), _ in _excluded(pair[0])} == reasons


def test_a_row_without_an_id_has_the_same_identity(pair):
    for warehouse in pair:
        with warehouse.sets() as sets:
            sets.run("typed/credit_notes", time_zone="Europe/Paris")
    here, there = (Counter(map(repr, warehouse.connection.table("typed").fetchall())) for warehouse in pair)
    assert here == there
    assert sum(here.values()) > 3 * len(TEXTS)


def _facts(warehouse):
    names = [name for (name,) in warehouse.connection.execute(TABLES).fetchall()]
    return {name: Counter(map(repr, warehouse.connection.table(name).fetchall())) for name in names}


def _excluded(warehouse):
    return Counter(warehouse.connection.table("raw.excluded_rows").fetchall()).items()
