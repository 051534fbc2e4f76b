"""The shelf is read as one edition, and says when it is empty."""

import duckdb

from pipelines.warehouse.shelf import OpenShelves, open_shelf
from tests.refused import refused


def test_each_file_is_a_table(tmp_path):
    duckdb.sql("select 'AV-1' as credit_note_number").write_parquet(str(tmp_path / "credit_notes.parquet"))
    with open_shelf(tmp_path) as shelf:
        assert shelf.connection.execute("select credit_note_number from credit_notes").fetchall() == [("AV-1",)]


def test_an_empty_shelf_says_so(tmp_path):
    with refused("command-nothing-published"), open_shelf(tmp_path / "tables"):
        pass


def test_a_shelf_kept_open_shows_a_new_edition_at_once(tmp_path):
    shelves, link = OpenShelves(), tmp_path / "tables"
    for edition in ("1", "2"):
        folder = tmp_path / edition
        folder.mkdir()
        duckdb.sql(f"select {edition} as number").write_parquet(str(folder / "editions.parquet"))
        link.unlink(missing_ok=True)
        link.symlink_to(folder)
        with shelves.open(link) as shelf:
            assert shelf.connection.execute("select number from editions").fetchall() == [(int(edition),)]
