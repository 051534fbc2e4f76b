"""Remembers what every table held when a passage ended, and names the first that holds anything else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipelines.domain.messages import months as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse
from pipelines.warehouse.fingerprints import first_differences, table_fingerprint

Fingerprints = Mapping[str, tuple[int, str]]
SHOWN = 3
"""Columns that tell which row it is: the first ones, which begin with its key."""


def fingerprints(warehouse: Warehouse) -> Fingerprints:
    """What every table holds now, by its name `layer.noun`."""
    names = [name for (name,) in warehouse.rows("raw/fingerprinted_tables")]
    return {name: table_fingerprint(warehouse, name) for name in names}


def note_tables(warehouse: Warehouse, found: Fingerprints | None = None) -> Summary:
    """Write down what every table holds now, if nothing was written since it was `found`."""
    held = found or fingerprints(warehouse)
    tables = [{"name": name, "rows": rows, "fingerprint": fingerprint} for name, (rows, fingerprint) in held.items()]
    warehouse.run("raw/note_tables", tables=tables)
    return Summary("note_tables", {"tables": len(tables)})


def check_tables(warehouse: Warehouse, published: Path) -> int:
    """Raises Refusal naming the first table, and of published ones the row, that is not as the last passage left it."""
    noted = warehouse.rows("raw/noted_tables")
    for name, rows, fingerprint in noted:
        if table_fingerprint(warehouse, name) != (rows, fingerprint):
            kept, found = _differences(warehouse, name, published)
            raise Refusal(messages.TABLE_DIFFERS, table=name, kept=kept, found=found)
    return len(noted)


def _differences(warehouse: Warehouse, name: str, published: Path) -> tuple[str, str]:
    """The first row that differs, as it was and as it is; of a table that is not published, how many rows it has."""
    path = published / "tables" / f"{name.partition('.')[2]}.parquet"
    kept, found = first_differences(warehouse, name, path) if path.exists() else (None, None)
    if kept is None and found is None:
        return "?", f"{warehouse.row_count(name)} ×"
    return _words(kept, found), _words(found, kept)


def _words(row: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> str:
    """What tells the row, then every column that differs."""
    if row is None:
        return "-"
    told = [name for place, name in enumerate(row) if place < SHOWN or (other and row[name] != other[name])]
    return ", ".join(f"{name} {row[name]}" for name in told)
