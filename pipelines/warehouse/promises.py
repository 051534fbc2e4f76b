"""Whether rows keep what is promised of them, asked of the whole set at once: expressions over its columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

from duckdb import ColumnExpression, ConstantExpression, DuckDBPyRelation, Expression, FunctionExpression

from pipelines.warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Promise:
    """A key every row has and none shares; where they are filled, columns between two bounds or in closed lists."""

    key: tuple[str, ...]
    between: Mapping[str, tuple[int, int]]
    choices: Mapping[str, tuple[str, ...]]


def kept(warehouse: Warehouse, name: str, promise: Promise, **parameters: object) -> tuple[int, bool]:
    """How many rows a named file's one `select` gives, and whether all of them keep the promise."""
    rows = warehouse.selection(name, **parameters)
    figures = rows.aggregate([_count().alias("rows"), FunctionExpression("bool_or", _breaks(promise)).alias("broken")])
    ((count, is_broken),) = figures.fetchall()
    return int(count), not is_broken and not _shared(rows, promise.key)


def _breaks(promise: Promise) -> Expression:
    """True of a row that breaks the promise by itself; a column that is empty breaks none but the key's."""
    empty = [ColumnExpression(column).isnull() for column in promise.key]
    outside = [
        (ColumnExpression(column) < ConstantExpression(low)) | (ColumnExpression(column) > ConstantExpression(high))
        for column, (low, high) in promise.between.items()
    ]
    strange = [
        ColumnExpression(column).isnotin(*(ConstantExpression(choice) for choice in choices))
        for column, choices in promise.choices.items()
    ]
    return reduce(Expression.__or__, [*empty, *outside, *strange])


def _shared(rows: DuckDBPyRelation, key: tuple[str, ...]) -> bool:
    """Whether two rows have the same key."""
    keys = [ColumnExpression(column) for column in key]
    shared = rows.aggregate([*keys, _count().alias("sharing")]).filter(
        ColumnExpression("sharing") > ConstantExpression(1)
    )
    return bool(shared.limit(1).fetchall())


def _count() -> Expression:
    return FunctionExpression("count", ConstantExpression(1))
