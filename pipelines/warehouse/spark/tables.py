"""A shop's tables while Spark works on them: each is a list of Parquet folders, which a change adds to or replaces."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
from sqlglot import exp

from pipelines.warehouse.connection import Warehouse
from pipelines.warehouse.spark.dialect import Lettrage
from pipelines.warehouse.spark.statements import ROWS, Deed, Telling, view_of

PLACE = "concat(_metadata.file_path, ':', _metadata.row_index)"
"""What a row is known by: the file that holds it, and its place there."""
LOCAL = "file://"
"""A folder of the machines themselves, whatever file system the cluster prefers."""


@dataclass
class Table:
    """The columns of a table with their Spark types, its Parquet folders, and rows said one by one, not written yet."""

    columns: Mapping[str, str]
    parts: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    is_changed: bool = False
    is_shown: bool = False


@dataclass
class Tables:
    """Every table that was asked for: read from DuckDB when first named, given back when the work is done."""

    spark: Any
    folder: Path
    warehouse: Warehouse
    known: dict[str, Table] = field(default_factory=dict)
    written: int = 0

    def columns(self, name: str) -> Sequence[str]:
        """The columns of a table, in their order."""
        return tuple(self._table(name).columns)

    def has_changed(self, name: str) -> bool:
        """Whether a table holds here what DuckDB does not."""
        return name in self.known and self.known[name].is_changed

    def seen(self, reads: frozenset[str]) -> None:
        """Make tables known to Spark under their names, as they stand now."""
        for name in reads:
            table = self._table(name)
            if table.waiting:
                self._add(table, self.spark.sql(f"VALUES {', '.join(table.waiting)}"), tuple(table.columns))
                table.waiting.clear()
            if not table.is_shown:
                self._show(name, table)

    def change(self, told: Telling) -> None:
        """Do to a table what a statement says."""
        match told.deed:
            case Deed.DROPPED:
                self.known.pop(told.table, None)
            case Deed.MADE:
                self._make(told)
            case _:
                self._alter(told)

    def give_back(self) -> None:
        """Put every changed table into DuckDB, which reads the Parquet that Spark wrote."""
        changed = {name: table for name, table in self.known.items() if table.is_changed}
        self.seen(frozenset(changed))
        for name, table in changed.items():
            _returned(self.warehouse.connection, name, table)

    def _make(self, told: Telling) -> None:
        frame = self.spark.sql(told.question)
        made = Table({column.name: column.dataType.simpleString() for column in frame.schema}, is_changed=True)
        self._add(made, frame, tuple(made.columns))
        self.known[told.table] = made

    def _alter(self, told: Telling) -> None:
        """Add rows to a table, or put others in their place."""
        if told.deed is Deed.KEPT and not told.question:
            self.known[told.table] = Table(self._kinds(told.table), is_changed=True)
            return
        table = self._table(told.table)
        table.is_changed, table.is_shown = True, False
        if told.rows:
            table.waiting += told.rows
            return
        frame = self.spark.sql(told.question)
        if told.deed is Deed.KEPT:
            table.parts = []
        self._add(table, frame, tuple(frame.columns) if told.is_by_name else told.columns)

    def _add(self, table: Table, frame: Any, names: Sequence[str]) -> None:
        """Write rows as one more folder of a table, each value as the table's column holds it."""
        said = {name.lower() for name in names}
        values = [
            f"CAST({f'`{name}`' if name.lower() in said else 'NULL'} AS {kind}) AS `{name}`"
            for name, kind in table.columns.items()
        ]
        path = self._new_path()
        frame.toDF(*names).selectExpr(*values).write.parquet(f"{LOCAL}{path}")
        table.parts.append(path)
        table.is_shown = False

    def _table(self, name: str) -> Table:
        if name not in self.known:
            self.known[name] = self._taken(name)
        return self.known[name]

    def _taken(self, name: str) -> Table:
        """A table as DuckDB holds it, written as Parquet."""
        kinds = self._kinds(name)
        return Table(kinds, [self._written(self.warehouse.connection.table(name), kinds)])

    def _kinds(self, name: str) -> Mapping[str, str]:
        """The columns of a table and their Spark types."""
        if name in self.known:
            return self.known[name].columns
        rows = self.warehouse.connection.table(name)
        return dict(zip(rows.columns, map(_kind, map(str, rows.types)), strict=True))

    def _written(self, rows: duckdb.DuckDBPyRelation, kinds: Mapping[str, str]) -> str:
        """Rows of DuckDB's as a new Parquet folder; whole numbers of 128 bits as decimals, which Parquet has."""
        path = self._new_path()
        Path(path).mkdir(parents=True)
        columns = [f'cast("{name}" as {_duck(kind)}) as "{name}"' for name, kind in kinds.items()]
        rows.project(", ".join(columns)).write_parquet(f"{path}/rows.parquet")
        return path

    def _show(self, name: str, table: Table) -> None:
        schema = ", ".join(f"`{column}` {kind}" for column, kind in table.columns.items())
        if not table.parts:
            nothing = ", ".join(f'null as "{column}"' for column in table.columns)
            table.parts.append(self._written(self.warehouse.connection.sql(f"select {nothing} limit 0"), table.columns))
        frame = self.spark.read.schema(schema).parquet(*(f"{LOCAL}{part}" for part in table.parts))
        frame.createOrReplaceTempView(view_of(name))
        frame.selectExpr("*", f"{PLACE} AS rowid").createOrReplaceTempView(view_of(name) + ROWS)
        table.is_shown = True

    def _new_path(self) -> str:
        self.written += 1
        return str(self.folder / f"{self.written:05d}")


def _kind(duck: str) -> str:
    """Spark's word for a type of DuckDB's."""
    return "STRING" if duck == "JSON" else exp.DataType.build(duck, dialect="duckdb").sql(Lettrage)


def _duck(kind: str) -> str:
    """DuckDB's word for a type of Spark's."""
    return exp.DataType.build(kind, dialect="spark").sql("duckdb")


def _returned(connection: duckdb.DuckDBPyConnection, name: str, table: Table) -> None:
    """One table in DuckDB, its rows those that Spark wrote."""
    rows = connection.read_parquet([f"{part}/*.parquet" for part in table.parts])
    columns = ", ".join(f'"{column}"' for column in table.columns)
    if "." in name:
        connection.execute(f"truncate {name}")
        rows.project(columns).insert_into(name)
    else:
        rows.project(columns).create_view("given_back", replace=True)
        connection.execute(f"create or replace temporary table {name} as from given_back")
        connection.execute("drop view given_back")
