"""Every `.sql` file runs on the empty schema, states its grain, and asks neither the clock nor chance."""

from pathlib import Path
import re

import pytest

from pipelines.warehouse import open_warehouse

FOLDER = Path(__file__).parents[2] / "pipelines" / "warehouse" / "sql"
FILES = sorted(FOLDER.rglob("*.sql"))
FORBIDDEN = re.compile(
    r"\b(now\s*\(|current_date|current_timestamp|random\s*\(|uuid\s*\()|select\s+\*\s+from\s+core", re.IGNORECASE
)
MACRO = re.compile(r"create (?:or replace )?(?:temp )?macro ([\w.]+)", re.IGNORECASE)


def name(path: Path) -> str:
    return str(path.relative_to(FOLDER).with_suffix(""))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_first_line_states_the_grain(path: Path):
    assert path.read_text(encoding="utf-8").startswith("-- "), "the first line says what one row is"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_neither_clock_nor_chance(path: Path):
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []


def test_the_schema_builds_from_nothing():
    with open_warehouse() as warehouse:
        schemas = {
            row[0] for row in warehouse.connection.execute("select schema_name from duckdb_schemas()").fetchall()
        }
    assert {"raw", "core", "out"} <= schemas


def test_no_two_macros_have_one_name():
    """The later one would take the place of the other, everywhere, without a word."""
    names = [found for path in FILES for found in MACRO.findall(path.read_text(encoding="utf-8"))]
    assert sorted(found for found in set(names) if names.count(found) > 1) == []
