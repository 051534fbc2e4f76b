"""Tells one DuckDB statement as what Spark can do: ask for rows, and put them in a table's place or beside its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

import duckdb
import sqlglot
from sqlglot import exp

from pipelines.warehouse.connection import sql_text
from pipelines.warehouse.spark.dialect import Lettrage
from pipelines.warehouse.spark.macros import Macros, macro_of, without_comments, written_out
from pipelines.warehouse.spark.rows import Columns, name_of, with_texts, without_place
from pipelines.warehouse.spark.shapes import shaped
from pipelines.warehouse.spark.values import literal

ROWS = "__rows"
"""The end of the name of a view in which each row of a table bears its `rowid`."""


class Deed(Enum):
    """What becomes of the rows a statement gives."""

    ASKED = auto()
    ADDED = auto()
    KEPT = auto()
    MADE = auto()
    DROPPED = auto()


@dataclass(frozen=True, slots=True)
class Telling:
    """One statement in Spark's words: its question, the tables it reads, the one it changes and in which columns."""

    deed: Deed
    question: str = ""
    reads: frozenset[str] = frozenset()
    table: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    is_by_name: bool = False


@cache
def statements_of(name: str) -> tuple[exp.Expr | tuple[str, tuple[list[str], exp.Expr]], ...]:
    """The statements of a named file, read once; a macro as its name and meaning."""
    texts = [without_comments(statement.query) for statement in duckdb.extract_statements(sql_text(name))]
    return tuple(macro_of(text) or sqlglot.parse_one(text, read="duckdb") for text in texts)


def view_of(table: str) -> str:
    """The name under which Spark knows a table."""
    return table.replace(".", "__")


def written(statement: exp.Expr, macros: Macros, parameters: Mapping[str, object]) -> exp.Expr:
    """A statement with its macros and parameters written out, in shapes that Spark has too."""
    return shaped(_bound(written_out(statement, macros), parameters))


def told(statement: exp.Expr, columns: Columns) -> Telling:
    """A statement in Spark's words. Raises NotImplementedError by the name of what Spark cannot be told."""
    tell = TELLINGS.get(type(statement))
    if tell is None:
        raise NotImplementedError(type(statement).__name__)
    return tell(with_texts(statement, columns), columns)


def _bound(statement: exp.Expr, parameters: Mapping[str, object]) -> exp.Expr:
    def bound(node: exp.Expr) -> exp.Expr:
        return literal(parameters[node.name]) if isinstance(node, exp.Placeholder) else node

    return statement.transform(bound)


def _asked(query: exp.Expr, _columns: Columns) -> Telling:
    question, reads = _question(query)
    return Telling(Deed.ASKED, question, reads)


def _added(insert: exp.Expr, columns: Columns) -> Telling:
    target, rows = insert.this, insert.expression
    named = tuple(one.name for one in target.expressions) if isinstance(target, exp.Schema) else ()
    table = name_of(target.this if isinstance(target, exp.Schema) else target)
    names = named or tuple(columns(table))
    if isinstance(rows, exp.Values) and not named:
        return Telling(
            Deed.ADDED, table=table, columns=names, rows=tuple(one.sql(Lettrage) for one in rows.expressions)
        )
    if isinstance(rows, exp.Values):
        rows = exp.select("*").from_(exp.Values(expressions=rows.expressions, alias=exp.TableAlias(this="said")))
    question, reads = _question(rows, insert.args.get("with_"))
    return Telling(Deed.ADDED, question, reads, table, names, is_by_name=bool(insert.args.get("by_name")))


def _made(create: exp.Expr, _columns: Columns) -> Telling:
    if isinstance(create.this, exp.Schema):
        nothing = [f"CAST(NULL AS {one.kind.sql(Lettrage)}) AS `{one.name}`" for one in create.this.expressions]
        return Telling(Deed.MADE, f"SELECT {', '.join(nothing)} WHERE FALSE", table=name_of(create.this.this))
    question, reads = _question(create.expression)
    return Telling(Deed.MADE, question, reads, name_of(create.this))


def _emptied(truncate: exp.Expr, _columns: Columns) -> Telling:
    return Telling(Deed.KEPT, table=name_of(truncate.expressions[0]))


def _dropped(drop: exp.Expr, _columns: Columns) -> Telling:
    return Telling(Deed.DROPPED, table=name_of(drop.args["tables"][0]))


def _deleted(delete: exp.Expr, columns: Columns) -> Telling:
    """The rows that are not among those to delete, each known by its place."""
    table = name_of(delete.this)
    if not delete.args.get("where"):
        return Telling(Deed.KEPT, table=table)
    gone = _placed(delete.this, [], delete.args.get("using") or [], delete.args["where"])
    kept = [_earlier(name) for name in columns(table)]
    return _kept(delete.this, kept, gone, "left anti", columns)


def _updated(update: exp.Expr, columns: Columns) -> Telling:
    """Every row, with the new values where there are some, each known by its place."""
    origin = update.args.get("from_")
    new = [exp.alias_(one.expression, f"new_{one.this.name}") for one in update.expressions]
    changed = {one.this.name.lower() for one in update.expressions}
    found = _placed(update.this, new, [origin.this] if origin else [], update.args.get("where"))
    values = [_later(name) if name.lower() in changed else _earlier(name) for name in columns(name_of(update.this))]
    return _kept(update.this, values, found, "left", columns)


def _earlier(name: str) -> exp.Expr:
    return exp.column(name, table="old", quoted=True)


def _later(name: str) -> exp.Expr:
    is_same = exp.column("rowid", table="new").is_(exp.null())
    return exp.alias_(
        exp.func("if", is_same, _earlier(name), exp.column(f"new_{name}", table="new")), name, quoted=True
    )


def _kept(target: exp.Table, values: Sequence[exp.Expr], found: exp.Select, join: str, columns: Columns) -> Telling:
    """A table's rows told again, beside those that were found of it."""
    old = exp.table_(target.name, db=target.db or None, alias="old")
    whole = exp.select(*values).from_(old).join(found.subquery("new"), on="new.rowid = old.rowid", join_type=join)
    question, reads = _question(whole)
    table = name_of(target)
    return Telling(Deed.KEPT, question, reads, table, tuple(columns(table)))


def _placed(
    target: exp.Table, values: list[exp.Expr], others: Sequence[exp.Expr], where: exp.Expr | None
) -> exp.Select:
    """The places of the rows of a table that a condition is true of, with what is said of each."""
    place = exp.column("rowid", table=target.alias_or_name)
    query = exp.select(place, *values).from_(target)
    for other in others:
        query = query.join(other, join_type="cross")
    return query.where(where.this) if where else query


def _question(query: exp.Expr, above: exp.Expr | None = None) -> tuple[str, frozenset[str]]:
    """A query in Spark's words, and the tables it reads."""
    query = query.copy()
    if above:
        query.set("with_", above.copy())
    ours = {cte.alias.lower() for cte in query.find_all(exp.CTE)}
    reads = set()
    placed = {column.table for column in query.find_all(exp.Column) if column.name.lower() == "rowid"}
    for table in list(query.find_all(exp.Table)):
        if not isinstance(table.this, exp.Identifier) or (not table.db and table.name.lower() in ours):
            continue
        reads.add(name_of(table))
        alias = table.alias_or_name
        view = view_of(name_of(table)) + (ROWS if placed & {alias, ""} else "")
        if alias in placed:
            without_place(query, alias)
        table.set("alias", exp.TableAlias(this=exp.to_identifier(alias)))
        table.set("this", exp.to_identifier(view))
        table.set("db", None)
    return query.sql(Lettrage), frozenset(reads)


TELLINGS: dict[type[exp.Expr], Callable[[exp.Expr, Columns], Telling]] = {
    exp.Select: _asked,
    exp.Union: _asked,
    exp.Insert: _added,
    exp.Create: _made,
    exp.TruncateTable: _emptied,
    exp.Drop: _dropped,
    exp.Delete: _deleted,
    exp.Update: _updated,
}
