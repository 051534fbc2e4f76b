"""Dagster's event log in SQLite, quicker: one open connection per file, the events of many months written at once."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
import sqlite3
from typing import Any

from dagster._core.events import ASSET_EVENTS
from dagster._core.events.log import EventLogEntry
from dagster._core.storage.event_log.schema import SqlEventLogStorageTable
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import SingletonThreadPool

BUSY_SECONDS = 60


class EventLog(SqliteEventLogStorage):
    """The same files and tables as Dagster's own, so that either may read the other's."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines: dict[str, Engine] = {}
        super().__init__(base_dir, inst_data)

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, Any]) -> "EventLog":
        """What `dagster.yaml` says of it."""
        return cls(inst_data=inst_data, **config_value)

    def store_event_batch(self, events: Sequence[EventLogEntry]) -> None:
        """What `store_event` does of each, those of assets together; of each asset the last one is the latest."""
        of_assets = [each for each in events if each.dagster_event_type in ASSET_EVENTS]
        for each in events:
            if each.dagster_event_type not in ASSET_EVENTS:
                self.store_event(each)
        if of_assets:
            self._store_asset_events(of_assets)

    def _store_asset_events(self, events: Sequence[EventLogEntry]) -> None:
        rows = [self._event_to_row(each) for each in events]
        insert = SqlEventLogStorageTable.insert()
        with self.run_connection(events[0].run_id) as connection:
            connection.execute(insert, rows)
        with self.index_connection() as connection:
            numbered = insert.returning(SqlEventLogStorageTable.c.id, sort_by_parameter_order=True)
            numbers = [number for (number,) in connection.execute(numbered, rows)]
            self._store_asset_event_tags(connection, events, numbers)
            latest = {row["asset_key"]: found for row, *found in zip(rows, events, numbers, strict=True)}
            for each, number in latest.values():
                self._store_asset_event(connection, each, number)

    def _has_asset_key_index_cols_on_connection(self, conn: Connection) -> bool:  # noqa: ARG002 (Dagster's signature)
        """Our files are as new as this class: nothing to look up again for every event."""
        return True

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            if shard not in self._engines:
                self._engines[shard] = self._new_engine(shard)
            with self._engines[shard].connect() as connection, connection.begin():
                yield connection

    def _new_engine(self, shard: str) -> Engine:
        url = self.conn_string_for_shard(shard)
        engine = create_engine(url, poolclass=SingletonThreadPool, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _wait_less)
        self._initdb(engine)
        return engine


def _wait_less(connection: sqlite3.Connection, _record: object) -> None:
    """Wait for the disk at checkpoints only: a power cut may lose the last events, never the log (SQLite, WAL mode)."""
    connection.execute("pragma synchronous = normal")
