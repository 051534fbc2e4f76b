"""Shapes of DuckDB's SQL that Spark has not, each said as one it has."""

from collections.abc import Callable
from typing import Any

from sqlglot import exp

MANY = 2
"""Lists from which side by side means something."""


def shaped(statement: exp.Expr) -> exp.Expr:
    """The statement with every shape that Spark has not replaced."""
    for shape, replaced in SHAPES.items():
        for node in list(statement.find_all(shape)):
            replaced(node)
    return statement


def _series(table: exp.Table) -> None:
    """`from starts, generate_series(…) as days (day)`: each day a row, none where the first is after the last."""
    series = table.this
    if not isinstance(series, exp.GenerateSeries):
        return
    first, last, step = (series.args[name] for name in ("start", "end", "step"))
    days = exp.func(
        "if", exp.LTE(this=first.copy(), expression=last.copy()), exp.func("sequence", first, last, step), exp.null()
    )
    alias = table.args["alias"]
    rows = exp.select(exp.alias_(exp.Explode(this=days), alias.columns[0].name)).subquery()
    table.replace(exp.Lateral(this=rows, alias=exp.TableAlias(this=alias.this)))


def _side_by_side(select: exp.Select) -> None:
    """`select unnest(…) as a, unnest(…) as b`: the lists side by side, one row for each place."""
    lists = [one for one in select.expressions if isinstance(one.unalias(), exp.Explode)]
    if len(lists) < MANY:
        return
    zipped = exp.func("arrays_zip", *(one.unalias().this for one in lists))
    rows = exp.Aliases(this=exp.func("inline", zipped), expressions=[exp.to_identifier(one.alias) for one in lists])
    select.set("expressions", [rows])


def _as_of(join: exp.Join) -> None:
    """`asof join`: of the rows on the other side that match, the last one."""
    if join.args.get("method") != "ASOF":
        return
    matched = list(join.args["on"].flatten())
    (until,) = [one for one in matched if isinstance(one, exp.LTE)]
    last = exp.select("*").from_(join.this.copy()).where(*(one.copy() for one in matched))
    last = last.order_by(exp.Ordered(this=until.this.copy(), desc=True)).limit(1)
    join.set(
        "this", exp.Lateral(this=last.subquery(), alias=exp.TableAlias(this=exp.to_identifier(join.alias_or_name)))
    )
    join.set("on", exp.true())
    join.set("method", None)


def _columns_of_tuple(membership: exp.In) -> None:
    """`(a, b) in (select (a, b) …)`: two columns, not one of two."""
    query = membership.args.get("query")
    select = query.this if isinstance(query, exp.Subquery) else query
    if isinstance(select, exp.Select) and isinstance(select.expressions[0], exp.Tuple):
        select.set("expressions", select.expressions[0].expressions)


def _named(query: exp.CTE) -> None:
    """`as materialized`: how a named query is worked out is Spark's affair."""
    query.set("materialized", None)


def _ordered(window: exp.Window) -> None:
    """A rank without an order: any will do, but Spark wants one said."""
    is_named = isinstance(window.this, exp.RowNumber) and bool(window.args.get("alias"))
    if isinstance(window.this, exp.RowNumber) and not is_named and not window.args.get("order"):
        window.set("order", exp.Order(expressions=[exp.Literal.number(1)]))


SHAPES: dict[type[exp.Expr], Callable[[Any], None]] = {
    exp.CTE: _named,
    exp.Table: _series,
    exp.In: _columns_of_tuple,
    exp.Window: _ordered,
    exp.Join: _as_of,
    exp.Select: _side_by_side,
}
