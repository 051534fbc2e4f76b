"""Reads the published shelf: one edition's tables, as views named like their files. It never waits for the writer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path
from threading import Lock

import duckdb

from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal
from pipelines.warehouse.connection import Warehouse

MOST_OPEN = 8
MEMORY = "1GB"


@contextmanager
def open_shelf(tables: Path) -> Iterator[Warehouse]:
    """Open the `tables` folder of an edition, the same edition from first query to last.

    Queries are the files under `sql/shelf/`. Raises Refusal when nothing is published yet.
    """
    connection = _connected(_edition(tables))
    try:
        yield Warehouse(connection)
    finally:
        connection.close()


@dataclass(slots=True)
class OpenShelves:
    """Shelves kept open between readings: an edition never changes, so what was learnt of its files stays true.

    Only the last ones read are kept, each with the edition it showed then; a new edition is opened when asked for.
    """

    opened: dict[Path, tuple[Path, duckdb.DuckDBPyConnection]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    @contextmanager
    def open(self, tables: Path, prepared: Sequence[str] = ()) -> Iterator[Warehouse]:
        """Open a shelf as `open_shelf` does, in no time when the same edition was read before.

        Each name prepared is a file `shelf/prepare_<name>`: a table made once for an edition, kept in memory with it.
        """
        shelf = self._kept(tables, _edition(tables))
        try:
            for name in prepared:
                with self.lock:
                    shelf.run(f"shelf/prepare_{name}")
            yield shelf
        finally:
            shelf.connection.close()

    def _kept(self, tables: Path, edition: Path) -> Warehouse:
        with self.lock:
            shown, connection = self.opened.pop(tables, (None, None))
            if connection is None or shown != edition:
                connection = _connected(edition)
                connection.execute("set memory_limit = ?", [MEMORY])
            self.opened[tables] = (edition, connection)
            while len(self.opened) > MOST_OPEN:
                self.opened.pop(next(iter(self.opened)))
            return Warehouse(connection.cursor())


def _edition(tables: Path) -> Path:
    edition = tables.resolve()
    if not edition.is_dir():
        raise Refusal(messages.NOTHING_PUBLISHED, str(tables), inbox="inbox")
    return edition


def _connected(edition: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    connection.execute("set parquet_metadata_cache = true")
    for path in sorted(edition.glob("*.parquet")):
        connection.read_parquet(escape(str(path))).create_view(path.stem)
    return connection
