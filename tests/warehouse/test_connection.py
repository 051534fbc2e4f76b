"""The warehouse file: migrated forward with a copy kept, refused when it is a later one, told when it cannot be read."""

import duckdb
import pytest

from pipelines.warehouse import open_warehouse
from pipelines.warehouse.connection import Corrupt, migrate, set_aside
from tests.refused import refused


@pytest.fixture
def migrations(tmp_path):
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_start.sql").write_text("create table notes (a integer);")
    return folder


def migrated(path, migrations):
    with duckdb.connect(str(path)) as connection:
        migrate(connection, path, migrations)


def test_a_later_migration_keeps_a_copy_of_what_was(tmp_path, migrations):
    path = tmp_path / "lettrage.duckdb"
    migrated(path, migrations)
    (migrations / "0002_more.sql").write_text("alter table notes add column b integer;")
    migrated(path, migrations)
    with duckdb.connect(str(tmp_path / "lettrage.before-0002.duckdb")) as before:
        assert before.table("notes").columns == ["a"]
    with duckdb.connect(str(path)) as after:
        assert after.table("notes").columns == ["a", "b"]


def test_a_file_of_a_later_version_is_refused(tmp_path, migrations):
    path = tmp_path / "lettrage.duckdb"
    (migrations / "0002_more.sql").write_text("select 1;")
    migrated(path, migrations)
    (migrations / "0002_more.sql").unlink()
    with refused("warehouse-newer", version=2, known=1):
        migrated(path, migrations)


def test_a_file_made_by_other_statements_is_built_anew(tmp_path, migrations):
    path = tmp_path / "lettrage.duckdb"
    migrated(path, migrations)
    (migrations / "0001_start.sql").write_text("create table notes (a bigint);")
    with pytest.raises(Corrupt):
        migrated(path, migrations)


def test_a_file_that_is_no_warehouse_is_corrupt_and_can_be_set_aside(tmp_path):
    path = tmp_path / "lettrage.duckdb"
    path.write_bytes(b"no warehouse" * 1000)
    with pytest.raises(Corrupt), open_warehouse(path):
        pass
    set_aside(path, "2026-10-31T02:00:00Z")
    with open_warehouse(path) as warehouse:
        assert warehouse.row_count("raw.files") == 0
    assert [kept.name for kept in tmp_path.glob("*corrupt*")] == ["lettrage.duckdb.corrupt-2026-10-31T020000Z"]
