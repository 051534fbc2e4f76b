"""All of a row without naming its columns: as one text, as DuckDB writes it, or without the place Spark knows it by."""

from collections.abc import Callable, Sequence

from sqlglot import exp

Columns = Callable[[str], Sequence[str]]
CELL_TEXT = (
    "CREATE OR REPLACE TEMPORARY FUNCTION cell_text(t STRING) RETURNS STRING RETURN CASE WHEN t IS NULL THEN 'NULL' "
    r"WHEN t RLIKE r'\A((?i:null)?\z|\s)|[\x22\x27(),:=\[\\\]{}]|\s\z' "
    r"THEN CONCAT('\'', REGEXP_REPLACE(t, r'([\x27\\])', r'\\$1'), '\'') ELSE t END"
)
"""A cell as DuckDB writes it in the text of its row: within quotes where it could be taken for something else."""


def name_of(table: exp.Table) -> str:
    """A table's name with its layer, if it has one."""
    return f"{table.db}.{table.name}" if table.db else table.name


def with_texts(statement: exp.Expr, columns: Columns) -> exp.Expr:
    """The statement with `cast(row(*columns(…)) as varchar)` said column by column."""
    for cast in list(statement.find_all(exp.Cast)):
        row = cast.this
        if isinstance(row, exp.Anonymous) and row.name == "row":
            (unpacked,) = row.expressions
            star = unpacked.this
            left_out = {one.name.lower() for one in star.this.args["except_"]}
            names = [name for name in _columns_of(star.table, cast, columns) if name.lower() not in left_out]
            cast.replace(_text_of([exp.column(name, table=star.table) for name in names]))
    return statement


def _columns_of(alias: str, within: exp.Expr, columns: Columns) -> Sequence[str]:
    """The columns of what a query knows by a name: another query named before it, or a table."""
    named = {cte.alias: cte.this for cte in within.root().find_all(exp.CTE)}
    if alias in named:
        return [one.alias_or_name for one in named[alias].expressions]
    return columns(next(name_of(table) for table in within.root().find_all(exp.Table) if table.alias_or_name == alias))


def _text_of(cells: list[exp.Column]) -> exp.Expr:
    texts = [exp.Anonymous(this="cell_text", expressions=[exp.cast(cell, "text")]) for cell in cells]
    joined = exp.Anonymous(this="concat_ws", expressions=[exp.Literal.string(", "), *texts])
    return exp.Anonymous(this="concat", expressions=[exp.Literal.string("("), joined, exp.Literal.string(")")])


def without_place(query: exp.Expr, alias: str) -> None:
    """Say that all of a table's columns are not its rows' places, which stand beside them."""
    for column in query.find_all(exp.Column):
        if isinstance(column.this, exp.Star) and column.table == alias and not column.this.args.get("except_"):
            column.this.set("except_", [exp.to_identifier("rowid")])
