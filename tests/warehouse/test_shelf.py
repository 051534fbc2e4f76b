"""The shelf is read as one edition, and says when it is empty."""

import duckdb

from pipelines.warehouse.shelf import open_shelf
from tests.refused import refused


def test_each_file_is_a_table(tmp_path):
    duckdb.sql("select 'AV-1' as credit_note_number").write_parquet(str(tmp_path / "credit_notes.parquet"))
    with open_shelf(tmp_path) as shelf:
        assert shelf.connection.execute("select credit_note_number from credit_notes").fetchall() == [("AV-1",)]


def test_an_empty_shelf_says_so(tmp_path):
    with refused("command-nothing-published"), open_shelf(tmp_path / "tables"):
        pass
