"""A warehouse whose named files Spark runs: what the steps ask of it is what they ask of DuckDB's."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlglot import exp

from pipelines.warehouse.connection import Warehouse
from pipelines.warehouse.spark.closures import Closure, closure_of
from pipelines.warehouse.spark.macros import Macros, shared_macros
from pipelines.warehouse.spark.statements import Deed, statements_of, told, written
from pipelines.warehouse.spark.tables import Tables


@dataclass(frozen=True, slots=True)
class SparkWarehouse(Warehouse):
    """Named files over the tables Spark holds, which came from `connection`, DuckDB's, and go back there."""

    tables: Tables = field(kw_only=True)

    def run(self, name: str, /, **parameters: object) -> None:
        """Run every statement of a named file, each bound to the parameters it names."""
        self.rows(name, **parameters)

    def rows(self, name: str, /, **parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a named file's last statement, in its own order."""
        found: list[tuple[Any, ...]] = []
        macros = dict(shared_macros())
        for statement in statements_of(name):
            if isinstance(statement, exp.Expr):
                found = self._done(statement, macros, parameters)
            else:
                macros[statement[0]] = statement[1]
        return found

    def row_count(self, table: str) -> int:
        """How many rows a table `layer.noun` holds, counted where they are: in DuckDB, unless Spark changed them."""
        if not self.tables.has_changed(table):
            return Warehouse(self.connection).row_count(table)
        ((rows,),) = self._work(exp.select(exp.Count(this=exp.Star())).from_(exp.to_table(table)))
        return int(rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Nothing to hold: DuckDB sees no change before the tables are given back."""
        yield

    def _done(self, statement: exp.Expr, macros: Macros, parameters: dict[str, object]) -> list[tuple[Any, ...]]:
        whole = written(statement, macros, parameters)
        closure = closure_of(whole)
        return self._work(self._closed(closure) if closure else whole)

    def _closed(self, closure: Closure) -> exp.Expr:
        """Reach all that can be reached; the statement that reads it."""
        for made in closure.begun():
            self._work(made)
        while self._work(closure.counted())[0][0]:
            for made in closure.next():
                self._work(made)
        return closure.reader

    def _work(self, statement: exp.Expr) -> list[tuple[Any, ...]]:
        telling = told(statement, self.tables.columns)
        self.tables.seen(telling.reads)
        if telling.deed is Deed.ASKED:
            return [tuple(row) for row in self.tables.spark.sql(telling.question).collect()]
        self.tables.change(telling)
        return []
