"""Which rows of a kind can be taken: expressions over its declared columns, with the words of `sql/raw/words.sql`."""

from functools import reduce

import duckdb
from duckdb import (
    CaseExpression,
    CoalesceOperator,
    ColumnExpression,
    ConstantExpression,
    Expression,
    FunctionExpression,
)

from pipelines.domain.columns import Column, Kind, Type

EXACT = {
    Type.AMOUNT: "amount_of",
    Type.SIGNED_AMOUNT: "amount_of",
    Type.PRICE: "price_of",
    Type.RATE: "rate_of",
    Type.QUANTITY: "quantity_of",
    Type.SIGNED_QUANTITY: "quantity_of",
    Type.INSTANT: "instant_of",
    Type.DAY: "day_of",
    Type.CURRENCY: "currency_of",
}
"""The word that gives a type's exact value."""
POSITIVE = frozenset({Type.AMOUNT, Type.QUANTITY})


def is_good(kind: Kind) -> Expression:
    """True when every cell of a row reads as its column says and its cells go together."""
    cells = [_reads(column) for column in kind.columns]
    pairs = [_exactly_one(*pair) for pair in kind.one_of] + [_not_both(*pair) for pair in kind.at_most_one]
    return reduce(Expression.__and__, [*cells, *pairs, *(_positive(kind, *rule) for rule in kind.positive)])


def exact(column: Column) -> Expression:
    """The exact value of a cell, empty when it is none."""
    return FunctionExpression(EXACT[column.type], ColumnExpression(column.name))


def whole(kind: Kind, rows: duckdb.DuckDBPyRelation) -> list[Expression]:
    """Every column of a kind, in order, empty where the rows do not have it."""
    present = set(rows.columns)
    return [
        ColumnExpression(name) if name in present else ConstantExpression(None).cast("varchar").alias(name)
        for name in kind.names
    ]


def span(kind: Kind, zone: str) -> list[Expression]:
    """The first and last of a kind's rows as the clocks of a zone show them, and the latest instant of any column."""
    instants = [exact(column).cast("timestamp") for column in kind.columns if column.type in {Type.INSTANT, Type.DAY}]
    dated = exact(kind.dated).cast("timestamp")
    if kind.dated.type is Type.INSTANT:
        dated = _local(dated, zone)
    latest = FunctionExpression("greatest", *instants)
    return [FunctionExpression(name, value) for name, value in (("min", dated), ("max", dated), ("max", latest))]


def _local(instant: Expression, zone: str) -> Expression:
    """An instant in UTC, as the clocks of a zone show it."""
    aware = FunctionExpression("timezone", ConstantExpression("UTC"), instant)
    return FunctionExpression("timezone", ConstantExpression(zone), aware)


def _reads(column: Column) -> Expression:
    cell = ColumnExpression(column.name)
    if column.type in EXACT:
        value = exact(column)
        reads = value >= ConstantExpression(0) if column.type in POSITIVE else value.isnotnull()
    elif column.type is Type.CHOICE:
        reads = cell.isin(*(ConstantExpression(choice) for choice in column.choices))
    else:
        reads = cell.isnotnull()
    known = CoalesceOperator(reads, ConstantExpression(False))
    return known if column.required else cell.isnull() | known


def _exactly_one(one: str, other: str) -> Expression:
    return ColumnExpression(one).isnull() != ColumnExpression(other).isnull()


def _not_both(one: str, other: str) -> Expression:
    return ColumnExpression(one).isnull() | ColumnExpression(other).isnull()


def _positive(kind: Kind, name: str, beside: str, exempt: tuple[str, ...]) -> Expression:
    column = next(column for column in kind.columns if column.name == name)
    is_exempt = ColumnExpression(beside).isin(*(ConstantExpression(value) for value in exempt))
    otherwise = CoalesceOperator(exact(column) >= ConstantExpression(0), ConstantExpression(True))
    return CaseExpression(is_exempt, ConstantExpression(True)).otherwise(otherwise)
