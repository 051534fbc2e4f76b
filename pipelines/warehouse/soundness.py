"""Looks at a warehouse file without changing it: can it be read, and is its schema the present one."""

from pathlib import Path

import duckdb

from pipelines.warehouse.connection import FOLDER, Corrupt, schema_digest


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
