"""Looks at a warehouse file without changing it: can it be read, is its schema the present one, was a fault its own."""

from pathlib import Path

import duckdb

from pipelines.warehouse.connection import FOLDER, Corrupt, schema_digest

DAMAGE = ("checksum", "orrupt", "invalidated", "metadata pointer", "WAL file", "not a valid DuckDB")
"""How DuckDB says so."""


def is_of_this_version(path: Path) -> bool:
    """Whether the file went through exactly our migrations. Raises Corrupt when it cannot be read."""
    known = {int(step.name[:4]): schema_digest(step.read_text(encoding="utf-8")) for step in _migrations()}
    try:
        with duckdb.connect(str(path), read_only=True) as connection:
            applied = dict(connection.table("schema_version").fetchall())
    except duckdb.CatalogException:
        return False
    except (duckdb.Error, ValueError) as error:
        raise Corrupt((str(error).splitlines() or [""])[0]) from None
    return applied == known


def _migrations() -> list[Path]:
    return sorted((FOLDER / "migrations").glob("*.sql"))


def is_damage(error: BaseException) -> bool:
    """Whether a fault comes from a warehouse file whose bytes are no longer those written."""
    if isinstance(error, Corrupt | duckdb.InternalException | duckdb.SerializationException):
        return True
    return isinstance(error, duckdb.Error) and any(sign in str(error) for sign in DAMAGE)
