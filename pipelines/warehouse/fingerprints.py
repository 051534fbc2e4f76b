"""What each table holds, as one number per table whatever the order of its rows; where one no longer does, the row."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

from pipelines.warehouse.connection import Warehouse

Row = Mapping[str, Any]


def table_fingerprint(warehouse: Warehouse, table: str) -> tuple[int, str]:
    """The number of rows of a table `layer.noun`, and the sum of what they hash to."""
    rows, total = warehouse.rows("raw/table_fingerprint", table=table)[0]
    return int(rows), f"{total} {duckdb.__version__}"


def first_differences(warehouse: Warehouse, table: str, path: Path) -> tuple[Row | None, Row | None]:
    """The first row that only the published file has, and the first that only the table has."""
    live, kept = warehouse.connection.table(table), warehouse.connection.read_parquet(str(path))
    return _first(kept.except_(live)), _first(live.except_(kept))


def _first(rows: duckdb.DuckDBPyRelation) -> Row | None:
    found = rows.order("all").limit(1).fetchall()
    return dict(zip(rows.columns, found[0], strict=True)) if found else None
