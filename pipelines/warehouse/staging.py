"""Turns one recognised file into rows of `raw`: its cells staged as text, mapped by its source, kept or refused.

Statements are those a source declares and those under `sql/raw/`; what depends on a kind's columns is an expression
over the catalogue of kinds, never text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from duckdb import CoalesceOperator, ColumnExpression, ConstantExpression, FunctionExpression
from duckdb import Error as DuckDBError

from pipelines.domain.columns import Column, Kind
from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.warehouse.connection import Warehouse
from pipelines.warehouse.validation import is_good, span, whole

DOCUMENTS = frozenset({"orders", "credit_notes"})
"""Kinds of which several rows make one document, in one currency."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Where a table's cells are: UTF-8 text, its delimiter, its columns, and how many lines stand above its first row.

    `lines` is how many lines there are in all, `cut` how many were taken off above them; `short_rows` lets rows be
    shorter than the header, and `least` is how many cells any row has.
    """

    path: Path
    delimiter: str
    columns: tuple[str, ...]
    skip: int
    lines: int
    cut: int = 0
    short_rows: bool = False
    least: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """What a file speaks of: its rows' first and last by the shop's clocks, and the latest instant of any column."""

    first: datetime | None = None
    last: datetime | None = None
    latest: datetime | None = None

    @classmethod
    def spanning(cls, periods: Sequence["Period"]) -> "Period":
        """The period of several kinds together."""
        firsts = [period.first for period in periods if period.first]
        lasts = [period.last for period in periods if period.last]
        latest = [period.latest for period in periods if period.latest]
        return cls(min(firsts, default=None), max(lasts, default=None), max(latest, default=None))


@dataclass(frozen=True, slots=True)
class Wording:
    """One message as rows are refused with it: `{column}`, `{value}`, `{expected}`, `{found}` still open.

    `expectation` is what a contract calls the promise the row breaks, where it has such a name.
    """

    code: str
    reason: str
    remedy: str
    expectation: str | None


def begin(warehouse: Warehouse) -> None:
    """Clear what the last file left."""
    warehouse.run("raw/staging")


def stage_text(warehouse: Warehouse, cells: Cells) -> bool:
    """Read delimited text, all of it as text; rows with too many or too few cells are refused by line.

    False when quotes that never close leave rows without a line.
    """
    warehouse.connection.execute("set preserve_insertion_order = true")
    warehouse.run(
        "raw/read_text",
        path=str(cells.path),
        columns=dict.fromkeys(cells.columns, "varchar"),
        delimiter=cells.delimiter,
        skip=cells.skip,
        short_rows=cells.short_rows,
        parallel=not cells.short_rows,
    )
    is_regular = _is_regular(warehouse, cells)
    if is_regular:
        _number(warehouse, "raw/lines_regular", skip=cells.skip + cells.cut)
    else:
        warehouse.run("raw/text_lines", path=str(cells.path))
        warehouse.run("raw/line_numbers", skip=cells.skip, delimiter=cells.delimiter)
        warehouse.run("raw/torn_rows", expected=len(cells.columns), cut=cells.cut)
        _number(warehouse, "raw/lines_irregular", cut=cells.cut)
    warehouse.connection.execute("set preserve_insertion_order = false")
    return is_regular or bool(warehouse.rows("raw/lines_agree")[0][0])


def torn_lines(warehouse: Warehouse) -> list[tuple[int, str]]:
    """The first lines whose cells do not fit the header, with their text."""
    return warehouse.rows("raw/torn_lines")


def short_lines(warehouse: Warehouse, cells: Cells) -> dict[int, int]:
    """The lines that lack but cells their format can do without, and how many: a spreadsheet cuts empty ends."""
    if not torn_lines(warehouse):
        return {}
    return dict(warehouse.rows("raw/short_lines", expected=len(cells.columns), least=cells.least))


def mark_second_tables(warehouse: Warehouse, lines: Sequence[int]) -> None:
    """Say of these lines that another table starts there."""
    warehouse.run("raw/second_tables", lines=list(lines))


def stage_parquet(warehouse: Warehouse, path: Path) -> None:
    """Read Parquet, every value as text. Raises Refusal when it is damaged."""
    warehouse.connection.execute("set preserve_insertion_order = true")
    try:
        warehouse.run("raw/read_parquet", path=str(path))
    except DuckDBError as error:
        raise Refusal(messages.BROKEN_ARCHIVE, str(path), reason=_reason(error)) from None
    warehouse.connection.execute("set preserve_insertion_order = false")
    _number(warehouse, "raw/lines_regular", skip=0)


def stage_records(warehouse: Warehouse, path: Path, columns: Sequence[str]) -> None:
    """Read the wide table a Python reader was laid out in; each row says its own line."""
    texts = dict.fromkeys(columns, "varchar")
    warehouse.run(
        "raw/read_text", path=str(path), columns=texts, delimiter=",", skip=1, short_rows=False, parallel=True
    )
    warehouse.view("numbered", "raw/lines_said")


def parquet_columns(warehouse: Warehouse, path: Path) -> tuple[str, ...]:
    """The columns of a Parquet file, as written. Raises Refusal when it is none, or cut short."""
    try:
        return tuple(warehouse.connection.read_parquet(str(path)).columns)
    except DuckDBError as error:
        raise Refusal(messages.BROKEN_ARCHIVE, str(path), reason=_reason(error)) from None


def _reason(error: DuckDBError) -> str:
    """The kind of fault, without the place on disk."""
    return str(error).partition("file")[0].removesuffix(" in ").strip()


def name_columns(warehouse: Warehouse, names: Sequence[str], absent: Sequence[str]) -> None:
    """Give the staged columns, in their order, the names their source uses; those the file lacks are empty."""
    row, numbered = ColumnExpression("source_row"), warehouse.connection.table("numbered")
    known = zip(numbered.columns[1:], names, strict=True)
    trimmed = [FunctionExpression("trimmed", ColumnExpression(column)).alias(name) for column, name in known]
    filled = [
        FunctionExpression("nullif", ColumnExpression(name), ConstantExpression("")).alias(name) for name in names
    ]
    empty = [ConstantExpression(None).cast("varchar").alias(name) for name in absent]
    numbered.select(row, *trimmed).select(row, *filled, *empty).create_view("staged")


def say_order(warehouse: Warehouse, date_order: str) -> None:
    """Say in which order the file in hand has day and month, where a spreadsheet rewrote its dates."""
    warehouse.connection.execute("set variable date_order = $date_order", {"date_order": date_order})


def note_above(warehouse: Warehouse, lines: Sequence[str]) -> None:
    """Keep the lines that stand above a header: a source may print its totals there."""
    warehouse.run("raw/note_above", lines=list(lines))


def print_totals(warehouse: Warehouse, statement: str, parameters: Mapping[str, str]) -> None:
    """Note the totals a source prints, beside what its rows come to."""
    warehouse.define("printing", statement, parameters)
    warehouse.run("raw/print_totals")


def hold_totals(warehouse: Warehouse) -> str:
    """Refuse the printed totals its rows do not come to; all of them as JSON, for the file's own record."""
    return str(warehouse.rows("raw/hold_totals")[0][0])


def reshape(warehouse: Warehouse, statement: str, parameters: Mapping[str, str]) -> None:
    """Put what a source's `reshaped` gives in the place of `staged`."""
    warehouse.define("reshaping", statement, parameters)
    warehouse.run("raw/reshape")


def take(
    warehouse: Warehouse,
    source_file: str,
    kind: Kind,
    statement: str,
    parameters: Mapping[str, str],
    zone: str,
    is_reshaped: bool = False,
) -> Period:
    """Take the rows of one kind that a mapping gives, the good ones into `raw`; the others are refused cell by cell.

    What a mapping works out is held for the time of asking; of reshaped rows it only chooses. The period is told in
    the shop's zone.
    """
    warehouse.define("mapping", statement, parameters)
    mapping = warehouse.connection.table("mapping")
    mapping.select(
        ColumnExpression("source_row").cast("bigint").alias("source_row"), *whole(kind, mapping)
    ).create_view("mapped_cells")
    if not is_reshaped:
        warehouse.run("raw/mapped")
    mapped, good = warehouse.connection.table("mapped_cells" if is_reshaped else "mapped_rows"), is_good(kind)
    columns = [ColumnExpression(name) for name in kind.names]
    file = ConstantExpression(source_file)
    mapped.filter(good).select(*columns, file, ColumnExpression("source_row")).insert_into(f"raw.{kind.name}")
    taken = warehouse.connection.table(f"raw.{kind.name}").filter(ColumnExpression("source_file") == file)
    taken.create_view("taken_rows")
    warehouse.run("raw/take", kind=kind.name)
    ((mapped_count,),) = mapped.aggregate("count(*)").fetchall()
    ((taken_count, *instants),) = taken.aggregate([FunctionExpression("count_star"), *span(kind, zone)]).fetchall()
    if mapped_count > taken_count:
        mapped.filter(~good).create_view("bad_rows")
        warehouse.run("raw/bad_rows")
        _explain(warehouse, kind)
    if kind.name in DOCUMENTS:
        document = ColumnExpression(kind.identity[0]).alias("document")
        taken.select(document, ColumnExpression("currency"), ColumnExpression("source_row")).create_view("documents")
        warehouse.run("raw/two_currencies", kind=kind.name)
    warehouse.run("raw/mapped_away")
    return Period(*instants)


def set_aside(warehouse: Warehouse, statement: str, parameters: Mapping[str, str]) -> None:
    """Note the rows a source excludes, with its reasons."""
    warehouse.define("exclusions", statement, parameters)
    warehouse.run("raw/set_aside")


def reject(warehouse: Warehouse, statement: str, parameters: Mapping[str, str]) -> None:
    """Note the rows a source refuses, with its codes."""
    warehouse.define("rejections", statement, parameters)
    warehouse.run("raw/reject")


def impossible_date(warehouse: Warehouse) -> tuple[int, str] | None:
    """The line and value of a date that cannot be in the order of day and month its format has."""
    found: list[tuple[int, str]] = warehouse.rows("raw/impossible_dates")
    return found[0] if found else None


def unread(warehouse: Warehouse, source_file: str) -> None:
    """Take back every row of a file that is refused after all."""
    warehouse.run("raw/unread_file", source_file=source_file)


def settle(warehouse: Warehouse, source_file: str, wordings: Sequence[Wording]) -> tuple[int, int, int]:
    """Refuse what nothing took, write refusals in words; rows read, excluded and rejected."""
    words = [asdict(each) for each in wordings]
    warehouse.run("raw/settle", source_file=source_file, words=words)
    read, excluded, rejected = warehouse.rows("raw/settled")[0]
    return read, excluded, rejected


def _explain(warehouse: Warehouse, kind: Kind) -> None:
    pairs = [{"rule": "one_of", "one": one, "other": other} for one, other in kind.one_of]
    pairs += [{"rule": "at_most_one", "one": one, "other": other} for one, other in kind.at_most_one]
    positive = [{"name": name, "beside": beside, "exempt": list(exempt)} for name, beside, exempt in kind.positive]
    warehouse.run("raw/declared", columns=[_declared(kind, column) for column in kind.columns])
    warehouse.run("raw/bad_cells", kind=kind.name)
    if pairs:
        warehouse.run("raw/bad_pairs", kind=kind.name, pairs=pairs)
    if positive:
        warehouse.run("raw/bad_signs", kind=kind.name, positive=positive)


def _declared(kind: Kind, column: Column) -> dict[str, object]:
    return {
        "kind": kind.name,
        "column": column.name,
        "type": str(column.type),
        "is_required": column.required,
        "choices": list(column.choices),
    }


def _number(warehouse: Warehouse, name: str, **parameters: object) -> None:
    """Give each row its line; rows without any value are no rows."""
    warehouse.view("lines", name, **parameters)
    lines = warehouse.connection.table("lines")
    values = [ColumnExpression(column) for column in lines.columns[1:]]
    lines.filter(CoalesceOperator(*values).isnotnull()).create_view("numbered")


def _is_regular(warehouse: Warehouse, cells: Cells) -> bool:
    rows = warehouse.rows("raw/cells_read")[0][0]
    return bool(rows + cells.skip == cells.lines)
