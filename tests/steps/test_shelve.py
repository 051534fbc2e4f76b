"""Tables on the shelf: one that holds the same as before is the same file, another is written anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.steps.publish import edition, switch
from pipelines.steps.shelve import Contents, shelve, shelve_month
from pipelines.steps.tables import fingerprints
from pipelines.warehouse import Warehouse, open_warehouse
from pipelines.warehouse.tables import write_table

MONTH = "2026-10"


BALANCE = """
insert into core.provider_balances
values ('stripe', timestamp '2026-10-01 08:00', date '2026-10-01', 'EUR', 10.00, null, 'soldes.csv', 2)
"""
DECISION = """
insert into core.decisions (sequence, decided_at, author, action)
values ($sequence, timestamp '2026-10-01 08:00', 'Anne', 'confirm')
"""
OWNED = """
insert into core.decisions (sequence, decided_at, author, action, owner)
values (3, timestamp '2026-10-01 08:00', 'Anne', 'owner', 'Luc')
"""


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    with open_warehouse() as opened:
        opened.connection.execute(BALANCE)
        opened.connection.execute(DECISION, {"sequence": 1})
        yield opened


def shelved(folder: ShopFolder, warehouse: Warehouse, inputs: str, facts: str = "files") -> Path:
    """An edition of every table, as published."""
    found = fingerprints(warehouse)
    contents = Contents(inputs, facts, lambda: found)
    with edition(folder) as made:
        shelve(warehouse, made, contents)
        shelve_month(warehouse, made, MONTH, contents)
        return switch(folder, made)


def test_with_nothing_new_but_the_day_a_table_that_holds_the_same_is_the_same_file(warehouse, tmp_path):
    folder = ShopFolder(tmp_path)
    first = shelved(folder, warehouse, "tuesday")
    warehouse.connection.execute(DECISION, {"sequence": 2})
    second = shelved(folder, warehouse, "wednesday")
    assert (second / "tables/provider_balances.parquet").samefile(first / "tables/provider_balances.parquet")
    assert not (second / "tables/decisions.parquet").samefile(first / "tables/decisions.parquet")
    assert warehouse.connection.read_parquet(str(second / "tables/decisions.parquet")).shape[0] == 2


def test_with_a_file_more_every_table_with_rows_is_written_again_and_an_empty_one_is_not(warehouse, tmp_path):
    folder = ShopFolder(tmp_path)
    first = shelved(folder, warehouse, "tuesday")
    second = shelved(folder, warehouse, "wednesday", "files and one more")
    for name, is_same in (
        ("tables/provider_balances", False),
        ("tables/journal", True),
        (f"{MONTH}/tables/journal", True),
    ):
        assert (second / f"{name}.parquet").samefile(first / f"{name}.parquet") is is_same
        assert (second / f"{name}.parquet").read_bytes() == (first / f"{name}.parquet").read_bytes()


def test_a_table_whose_rows_went_is_written_again(warehouse, tmp_path):
    folder = ShopFolder(tmp_path)
    shelved(folder, warehouse, "tuesday")
    warehouse.connection.execute("delete from core.decisions")
    last = shelved(folder, warehouse, "wednesday")
    assert warehouse.connection.read_parquet(str(last / "tables/decisions.parquet")).shape[0] == 0


def test_a_file_tells_what_its_table_holds_whatever_it_held_before(tmp_path):
    written = []
    for before in ([], [1], [1, 2]):
        with open_warehouse() as warehouse:
            warehouse.run("raw/planned_lightly")
            for sequence in before:
                warehouse.connection.execute(DECISION, {"sequence": sequence})
            warehouse.connection.execute("delete from core.decisions")
            warehouse.connection.execute(OWNED)
            write_table(warehouse, "decisions", "core", tmp_path / "decisions.parquet")
            written.append((tmp_path / "decisions.parquet").read_bytes())
    assert written[0] == written[1] == written[2]
