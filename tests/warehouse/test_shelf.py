"""The shelf is read as one edition, and says when it is empty."""

from threading import Thread
import time

import duckdb

from pipelines.warehouse.shelf import OpenShelves, open_shelf
from tests.refused import refused


def test_each_file_is_a_table(tmp_path):
    duckdb.sql("select 'AV-1' as credit_note_number").write_parquet(str(tmp_path / "credit_notes.parquet"))
    with open_shelf(tmp_path) as shelf:
        assert shelf.connection.execute("select credit_note_number from credit_notes").fetchall() == [("AV-1",)]
    duckdb.sql("select 'e-1' as break_id").write_parquet(str(tmp_path / "breaks.parquet"))
    with open_shelf(tmp_path) as shelf:
        tables = shelf.connection.execute("select table_name from information_schema.tables order by 1").fetchall()
        assert tables == [("breaks",), ("credit_notes",)]


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


def test_readers_see_whole_editions_while_they_are_published(tmp_path):
    """Two tables of one edition always agree, whatever is switched meanwhile."""
    shelves, link, seen = OpenShelves(), tmp_path / "tables", set()
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        for table in ("one", "other"):
            duckdb.sql(f"select {number} as number").write_parquet(str(folder / f"{table}.parquet"))
    link.symlink_to(tmp_path / "0")
    publisher = Thread(target=publish_all, args=(tmp_path, link))
    publisher.start()
    while publisher.is_alive():
        with shelves.open(link) as shelf:
            ((agrees, number),) = shelf.connection.execute(
                "select one.number = other.number, one.number from one, other"
            ).fetchall()
        assert agrees
        seen.add(number)
    publisher.join()
    assert len(seen) > 1


def publish_all(folder, link):
    for number in range(20):
        new = folder / "tables.new"
        new.symlink_to(folder / str(number))
        new.replace(link)
        time.sleep(0.01)
