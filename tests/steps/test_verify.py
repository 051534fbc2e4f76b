"""A cent changed anywhere, in any table of the warehouse or any file of the shop's folder, is found and named."""

from datetime import date
from pathlib import Path

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.periods import sealed_months
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import read_shop
from pipelines.steps.seals import periods_of
from pipelines.steps.tables import check_tables, note_tables
from pipelines.steps.verify import check_files, verify
from pipelines.warehouse import open_warehouse
from pipelines.warehouse.fingerprints import table_fingerprint
from tests.books import add
from tests.refused import refused


@pytest.fixture
def warehouse():
    """Every table with one row."""
    with open_warehouse() as opened:
        for table in tables(opened):
            add(opened, table)
        note_tables(opened)
        yield opened


def tables(warehouse):
    return [name for (name,) in warehouse.rows("raw/fingerprinted_tables")]


def changes(found):
    """A cent, or a unit, more in every column of numbers; else another word in the first one."""
    cents = [
        (name, f'coalesce("{name}", 0) + cast(0.01 as decimal(3, 2))') for name in found if found[name][:7] == "DECIMAL"
    ]
    units = [(name, f'coalesce("{name}", 0) + 1') for name in found if found[name] in ("BIGINT", "INTEGER")]
    words = [(name, f"'x' || coalesce(\"{name}\", '')") for name in found if found[name] == "VARCHAR"]
    return [*cents, *units] or words[:1]


def kinds(warehouse, table):
    return {row[0]: row[1] for row in warehouse.connection.execute(f"describe {table}").fetchall()}


def test_a_cent_changed_in_any_column_of_any_table_changes_what_it_adds_up_to(warehouse, tmp_path):
    assert check_tables(warehouse, tmp_path) == len(tables(warehouse)) > 60
    for table in tables(warehouse):
        before = table_fingerprint(warehouse, table)
        for column, changed in changes(kinds(warehouse, table)):
            warehouse.connection.execute("begin")
            warehouse.connection.execute(f'update {table} set "{column}" = {changed}')
            assert table_fingerprint(warehouse, table) != before, (table, column)
            warehouse.connection.execute("rollback")


@pytest.mark.parametrize("table", ["raw.refunds", "core.orders", "core.stock_costs", "out.controls"])
def test_the_table_is_named(warehouse, tmp_path, table):
    column, changed = changes(kinds(warehouse, table))[0]
    warehouse.connection.execute(f'update {table} set "{column}" = {changed}')
    with refused("months-table-differs", table=table):
        check_tables(warehouse, tmp_path)


def test_a_row_deleted_or_added_is_named(warehouse, tmp_path):
    warehouse.connection.execute("delete from core.payouts")
    with refused("months-table-differs", table="core.payouts"):
        check_tables(warehouse, tmp_path)


def test_the_row_of_a_published_table_is_named(own_sample_shop):
    folder = ShopFolder(own_sample_shop)
    with open_warehouse(folder.warehouse) as opened:
        opened.connection.execute(
            "update core.payments set fee = fee + 0.01 where payment_id in (select min(payment_id) from core.payments)"
        )
        with pytest.raises(Refusal) as found:
            verify(opened, folder, read_shop(folder.root))
    kept, read = str(found.value.facts["kept"]), str(found.value.facts["found"])
    assert kept.split(", fee ", maxsplit=1)[0] == read.split(", fee ", maxsplit=1)[0]
    assert kept != read


def test_a_byte_changed_in_every_kind_of_file_is_named(own_sample_shop):
    from assets.closing import close_month

    close_month(own_sample_shop, "2026-09", "Claire", date(2026, 10, 31))
    folder, shop = ShopFolder(own_sample_shop), read_shop(own_sample_shop)
    with open_warehouse(folder.warehouse) as opened:
        verify(opened, folder, shop)
    periods = sealed_months(periods_of(folder))
    for path in one_of_each_kind(own_sample_shop):
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        with pytest.raises(Refusal) as found:
            check_files(folder, periods)
        assert path.name in str(found.value) or path.stem in str(found.value), path
        path.write_bytes(content)
    (folder.published / "2026-10" / "intrus.csv").write_text("1")
    with refused("months-published-file-changed", path="2026-10/intrus.csv"):
        check_files(folder, periods)


def one_of_each_kind(root: Path):
    """One file of every name and ending, digits aside: on the shelf, in the archive, in the register."""
    files = [
        path
        for name in ("published/", "archive", "register")
        for path in sorted((root / name).rglob("*"))
        if path.is_file()
    ]
    kinds = {(path.parent.name.strip("0123456789-"), path.name.strip(".0123456789-abcdef")): path for path in files}
    return [path for path in kinds.values() if path.name not in (".digests.json", ".sha256.json", ".names")]
