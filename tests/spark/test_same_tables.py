"""`lettrage run --engine spark://…` leaves the tables that DuckDB leaves, row by row, on a master and two workers."""

from collections import Counter
from pathlib import Path
import shutil

import pytest

from assets.command import exit_code
from pipelines.domain.folder import ShopFolder
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale
from pipelines.warehouse import Warehouse, open_warehouse
from tests.spark.cluster import absent

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(absent()), reason=absent())]
SCALE = Scale(orders=60)
OURS = "select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' order by all"
NOT_FACTS = {"main.schema_version", "raw.inbox", "raw.table_fingerprints"}
"""Versions, the clock of the inbox, and sums of hashes, which are not facts of the shop."""


@pytest.fixture(scope="module")
def shops(tmp_path_factory, address) -> tuple[Path, Path]:
    """The sample shop, run here by DuckDB and there with Spark, from the same exports."""
    here = tmp_path_factory.mktemp("here") / "brume-et-varech"
    generate(here, SCALE)
    there = Path(shutil.copytree(here, tmp_path_factory.mktemp("there") / here.name))
    words = ["--as-of", str(SCALE.as_of), "--documents", "none"]
    assert exit_code(["run", "--shop", str(here), *words]) in {0, 3}
    assert exit_code(["run", "--shop", str(there), *words, "--engine", address]) in {0, 3}
    return here, there


def test_every_table_holds_the_same_rows(shops, alike):
    here, there = (_tables(shop) for shop in shops)
    alike(here, there)
    assert sum(here["core.journal"].values()) > 900


def test_nothing_of_the_exchange_is_left(shops):
    assert not ShopFolder(shops[1]).exchange.exists()


def _tables(shop: Path) -> dict[str, Counter[str]]:
    with open_warehouse(ShopFolder(shop).warehouse) as warehouse:
        names = [name for (name,) in warehouse.connection.execute(OURS).fetchall() if name not in NOT_FACTS]
        return {name: _rows(warehouse, name) for name in names}


def _rows(warehouse: Warehouse, name: str) -> Counter[str]:
    return Counter(map(repr, warehouse.connection.table(name).fetchall()))
