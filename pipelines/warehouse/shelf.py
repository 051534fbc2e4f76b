"""Reads the published shelf: one edition's tables, as views named like their files. It never waits for the writer."""

from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

import duckdb

from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal
from pipelines.warehouse.connection import Warehouse


@contextmanager
def open_shelf(tables: Path) -> Iterator[Warehouse]:
    """Open the `tables` folder of an edition, the same edition from first query to last.

    Queries are the files under `sql/shelf/`. Raises Refusal when nothing is published yet.
    """
    edition = tables.resolve()
    if not edition.is_dir():
        raise Refusal(messages.NOTHING_PUBLISHED, str(tables), inbox="inbox")
    connection = duckdb.connect(":memory:")
    try:
        for path in sorted(edition.glob("*.parquet")):
            connection.read_parquet(escape(str(path))).create_view(path.stem)
        yield Warehouse(connection)
    finally:
        connection.close()
