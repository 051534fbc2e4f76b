"""The warehouse's macros, written out where they are used: Spark has none of its own."""

from collections.abc import Callable
from functools import cache
import re

import duckdb
import sqlglot
from sqlglot import exp

from pipelines.warehouse.connection import FOLDER, sql_text

DEFINITION = re.compile(
    r"\s*create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?macro\s+([\w.]+)\s*\((.*?)\)\s+as\s+(.*?);?\s*$",
    re.DOTALL | re.IGNORECASE,
)
WORDS = ("raw/words", "raw/provider_words", "core/words")
OF_SPARK = ("local_day(moment, zone) as cast(convert_timezone('UTC', zone, moment) as date)",)
"""Macros that speak of time zones, which Spark has other functions for."""
Macros = dict[str, tuple[list[str], exp.Expr]]


@cache
def shared_macros() -> Macros:
    """Every macro of the schema and of the files of words, by name without its layer."""
    schema = [path.read_text(encoding="utf-8") for path in sorted((FOLDER / "migrations").glob("*.sql"))]
    texts = [
        statement.query for text in [*schema, *map(sql_text, WORDS)] for statement in duckdb.extract_statements(text)
    ]
    spoken = [f"create macro {macro}" for macro in OF_SPARK]
    return dict(found for text in [*texts, *spoken] if (found := macro_of(text)))


def macro_of(text: str) -> tuple[str, tuple[list[str], exp.Expr]] | None:
    """The macro a statement defines, if it defines one: its name, its parameters, what it stands for."""
    found = DEFINITION.match(without_comments(text))
    if found is None:
        return None
    name, parameters, meaning = found.groups()
    names = [parameter.strip().lower() for parameter in parameters.split(",")]
    return name.split(".")[-1].lower(), (names, sqlglot.parse_one(meaning, read="duckdb"))


def without_comments(text: str) -> str:
    """A statement without the lines of comment before and after it."""
    return re.sub(r"^\s*--.*$", "", text, flags=re.MULTILINE).strip()


def written_out(statement: exp.Expr, macros: Macros) -> exp.Expr:
    """The statement with every macro replaced by what it stands for, however deep they stand in one another."""
    return statement.transform(_replacement(macros))


def _replacement(macros: Macros) -> Callable[[exp.Expr], exp.Expr]:
    def replaced(node: exp.Expr) -> exp.Expr:
        call = node.expression if isinstance(node, exp.Dot) else node
        if not isinstance(call, exp.Anonymous) or call.name.lower() not in macros:
            return node
        names, meaning = macros[call.name.lower()]
        values = dict(zip(names, (written_out(value, macros) for value in call.expressions), strict=True))
        return exp.paren(written_out(_filled(meaning.copy(), values), macros))

    return replaced


def _filled(meaning: exp.Expr, values: dict[str, exp.Expr]) -> exp.Expr:
    """What a macro stands for, with the values it was given."""

    def filled(node: exp.Expr) -> exp.Expr:
        if not isinstance(node, exp.Column):
            return node
        if node.table.lower() in values:
            return exp.Dot(this=_whole(values[node.table.lower()]), expression=exp.to_identifier(node.name))
        return _whole(values[node.name.lower()]) if not node.table and node.name.lower() in values else node

    return meaning.transform(filled)


def _whole(value: exp.Expr) -> exp.Expr:
    """A value that keeps together whatever stands beside it."""
    is_whole = isinstance(value, exp.Column | exp.Literal | exp.Identifier | exp.Dot)
    return value.copy() if is_whole else exp.paren(value.copy())
