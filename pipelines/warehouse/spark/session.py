"""Speaks to an existing Spark: asked at once whether it can be had, started only when a set is to be worked out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
import os
from pathlib import Path
import shutil
import socket
from typing import Any

from pipelines.domain.messages import engines as messages
from pipelines.domain.refusals import Refusal
from pipelines.warehouse.connection import Warehouse
from pipelines.warehouse.spark.accents import without_accents
from pipelines.warehouse.spark.rows import CELL_TEXT
from pipelines.warehouse.spark.tables import Tables
from pipelines.warehouse.spark.warehouse import SparkWarehouse

SCHEME = "spark://"
IN_PROCESS = "spark://local"
PATIENCE = 5
"""Seconds a master is given to answer."""
MEANT = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",
    "spark.ui.showConsoleProgress": "false",
}
"""What answers depend on; the rest is as the cluster's own `spark-defaults.conf` says."""


@dataclass(frozen=True, slots=True)
class Spark:
    """A Spark by its address, and the folder its Parquet passes through, which its workers see under the same name."""

    address: str
    folder: Path

    @contextmanager
    def sets(self, warehouse: Warehouse) -> Iterator[Warehouse]:
        """The same warehouse, its named files run by Spark; what they changed is DuckDB's again at the end."""
        folder = self.folder.resolve()
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            tables = Tables(session(self.address), folder, warehouse)
            yield SparkWarehouse(warehouse.connection, tables=tables)
            tables.give_back()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def session(address: str) -> Any:
    """The one session of this process with a Spark; begun at the first call."""
    from pyspark.sql import SparkSession

    master = "local[*]" if address == IN_PROCESS else address
    builder = SparkSession.builder.master(master).appName("lettrage")
    for name, value in MEANT.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.sql(without_accents())
    spark.sql(CELL_TEXT)
    return spark


def check_spark(address: str) -> None:
    """Raises Refusal, with what to do, when this Spark cannot be had."""
    if find_spec("pyspark") is None:
        raise Refusal(messages.NOT_INSTALLED, address)
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise Refusal(messages.NO_JAVA, address)
    if address == IN_PROCESS:
        return
    host, _, port = address.removeprefix(SCHEME).partition(":")
    try:
        socket.create_connection((host, int(port)), timeout=PATIENCE).close()
    except (OSError, ValueError) as error:
        raise Refusal(messages.SILENT, address, reason=error) from None
