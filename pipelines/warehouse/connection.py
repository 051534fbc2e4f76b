"""Opens a shop's warehouse and runs the named `.sql` files in it. SQL text lives in files; only this runs it."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, fields
import errno
from functools import cache
import hashlib
from pathlib import Path
import shutil
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import duckdb

if TYPE_CHECKING:
    import pandas as pd

from pipelines.domain.messages import warehouse as messages
from pipelines.domain.refusals import Refusal

FOLDER = Path(__file__).parent
KEPT_BACK = "256MB"
"""How much may stand in the log before the file is rewritten: at 16 MB a large shop's was three times in one step."""
WORDS = ("raw/words", "raw/provider_words", "core/words")
"""The words that other statements use, told to every connection."""
Record = TypeVar("Record")


class Corrupt(Exception):  # noqa: N818 (what it is, not what it is called)
    """A warehouse file that cannot be read; everything in it comes from the archive and the register."""


class Engine(Protocol):
    """What works out the sets in DuckDB's stead."""

    def sets(self, warehouse: "Warehouse") -> AbstractContextManager["Warehouse"]:
        """The same warehouse, its named files run elsewhere; what they changed is back at the end."""


@dataclass(frozen=True, slots=True)
class Warehouse:
    """One open warehouse. `run` and `rows` take the name of a file under `sql/`, without its ending."""

    connection: duckdb.DuckDBPyConnection
    engine: Engine | None = None

    def run(self, name: str, /, **parameters: object) -> None:
        """Run every statement of a named file, each bound to the parameters it names."""
        for _ in self._results(name, parameters):
            pass

    def rows(self, name: str, /, **parameters: object) -> list[tuple[Any, ...]]:
        """The rows of a named file's last statement, in its own order."""
        rows: list[tuple[Any, ...]] = []
        for cursor in self._results(name, parameters):
            rows = cursor.fetchall()
        return rows

    def records(self, record: type[Record], name: str, **parameters: object) -> list[Record]:
        """The same rows as records: the columns, in their order, are the record's fields."""
        return [record(*row) for row in self.rows(name, **parameters)]

    def view(self, view: str, name: str, /, **parameters: object) -> None:
        """Give a named file's one `select` a name of its own for the time of the connection."""
        self.define(view, sql_text(name), parameters)

    def define(self, view: str, statement: str, parameters: Mapping[str, object]) -> None:
        """Give a declared `select` a name of its own, bound to the parameters it names."""
        (parsed,) = self.connection.extract_statements(statement)
        bound = {key: parameters[key] for key in parsed.named_parameters}
        self.connection.sql(parsed, params=bound).create_view(view)

    def row_count(self, table: str) -> int:
        """How many rows a table `layer.noun` holds."""
        return int(self.rows("raw/row_count", table=table)[0][0])

    def frame(self, name: str, /, **parameters: object) -> "pd.DataFrame":
        """The rows of a named file's one `select` as a data frame; it asks for amounts in whole cents."""
        rows: pd.DataFrame = self.selection(name, **parameters).to_arrow_table().to_pandas()
        return rows

    def selection(self, name: str, /, **parameters: object) -> duckdb.DuckDBPyRelation:
        """A named file's one `select`, its rows not asked for yet."""
        (parsed,) = self.connection.extract_statements(sql_text(name))
        bound = {key: parameters[key] for key in parsed.named_parameters}
        return self.connection.sql(parsed, params=bound)

    def first_rows(self, table: str, source_file: str | None = None, count: int = 3) -> list[dict[str, Any]]:
        """The first rows of a table or view, by column; of one file if it is named."""
        rows = self.connection.table(table)
        if source_file is not None:
            rows = rows.filter(duckdb.ColumnExpression("source_file") == duckdb.ConstantExpression(source_file))
        rows = rows.order("source_row").limit(count)
        found = [dict(zip(rows.columns, row, strict=True)) for row in rows.fetchall()]
        return [{name: value for name, value in row.items() if name != "source_file"} for row in found]

    @contextmanager
    def sets(self) -> Iterator["Warehouse"]:
        """Where the steps that touch every row run their files: here, or on the engine chosen."""
        if self.engine is None:
            yield self
            return
        with self.engine.sets(self) as elsewhere:
            yield elsewhere

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self.connection.execute("begin")
        try:
            yield
        except BaseException:
            self.connection.execute("rollback")
            raise
        self.connection.execute("commit")

    def _results(self, name: str, parameters: dict[str, object]) -> Iterator[duckdb.DuckDBPyConnection]:
        for statement, names in parsed(name):
            bound = {key: parameters[key] for key in names}
            yield self.connection.execute(statement, bound)


@contextmanager
def open_warehouse(path: Path | None = None, *, threads: int = 0, memory: str = "") -> Iterator[Warehouse]:
    """Open and migrate the warehouse file of a shop, or one in memory.

    Raises Refusal while another program has it open or when a later version made it, Corrupt when it cannot be read.
    """
    connection = _connected(path)
    try:
        connection.execute("set TimeZone = 'UTC'")
        connection.execute("set enable_progress_bar = false")
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"set checkpoint_threshold = '{KEPT_BACK}'")
        if threads:
            connection.execute("set threads = ?", [threads])
        if memory:
            connection.execute("set memory_limit = ?", [memory])
        migrate(connection, path)
        opened = Warehouse(connection)
        for words in WORDS:
            opened.run(words)
        yield opened
    finally:
        connection.close()


def migrate(
    connection: duckdb.DuckDBPyConnection, path: Path | None = None, migrations: Path = FOLDER / "migrations"
) -> None:
    """Bring the schema forward, one numbered file after the other, each in its own transaction.

    A warehouse file that holds an earlier schema is copied first, and the copy kept beside it. One made by other
    statements than ours is Corrupt: it is built anew.
    """
    applied = _applied(connection)
    steps = {int(step.name[:4]): step.read_text(encoding="utf-8") for step in sorted(migrations.glob("*.sql"))}
    if max(applied, default=0) > max(steps):
        raise Refusal(messages.NEWER, str(path), version=max(applied), known=max(steps))
    if any(schema_digest(steps[version]) != digest for version, digest in applied.items()):
        raise Corrupt(str(path))
    pending = [version for version in steps if version not in applied]
    if pending and applied and path:
        connection.execute("checkpoint")
        shutil.copy2(path, path.with_name(f"{path.stem}.before-{pending[0]:04d}{path.suffix}"))
    for version in pending:
        connection.execute("begin")
        connection.execute(steps[version])
        connection.execute("insert into schema_version values (?, ?)", [version, schema_digest(steps[version])])
        connection.execute("commit")


def _applied(connection: duckdb.DuckDBPyConnection) -> dict[int, str]:
    """The migrations this file has been through, each with the digest of its statements."""
    connection.execute("create table if not exists schema_version (version integer not null, digest varchar not null)")
    try:
        return dict(connection.execute("select version, digest from schema_version").fetchall())
    except duckdb.BinderException:
        raise Corrupt from None


def schema_digest(statements: str) -> str:
    """What a migration is made of, as short text."""
    return hashlib.sha256(statements.encode()).hexdigest()


def set_aside(path: Path, at: str) -> None:
    """Put a warehouse file that cannot be read out of the way, under a name that says when."""
    for part in (path, path.with_name(f"{path.name}.wal")):
        if part.exists():
            part.rename(part.with_name(f"{part.name}.corrupt-{at.replace(':', '')}"))


def _connected(path: Path | None) -> duckdb.DuckDBPyConnection:
    if path is None:
        return duckdb.connect(":memory:")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return duckdb.connect(str(path))
    except duckdb.Error as error:
        if "lock" in str(error):
            raise Refusal(messages.OPEN_ELSEWHERE, str(path), reason=_first_line(error)) from None
        if "ermission" in str(error) or "ead-only" in str(error):
            raise PermissionError(errno.EACCES, _first_line(error), str(path)) from None
        raise Corrupt(_first_line(error)) from None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]


@cache
def sql_text(name: str) -> str:
    """The text of a named file."""
    return (FOLDER / "sql" / f"{name}.sql").read_text(encoding="utf-8")


@cache
def parsed(name: str) -> tuple[tuple[duckdb.Statement, tuple[str, ...]], ...]:
    """The statements of a named file, each with the parameters it names: read once, run for every shop of a passage."""
    statements = duckdb.extract_statements(sql_text(name))
    return tuple((statement, tuple(statement.named_parameters)) for statement in statements)


def column_names(record: type) -> list[str]:
    """The fields of a record, which are the columns of its query."""
    return [field.name for field in fields(record)]
