"""The entries and their controls are statements that Spark's dialect has words for, so that a larger shop may run them there."""

from pathlib import Path

import pytest
import sqlglot

SQL = Path(__file__).parents[2] / "pipelines" / "warehouse" / "sql"
FILES = [*sorted((SQL / "journal").glob("*.sql")), *sorted((SQL / "controls").glob("*.sql"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_statement_of_the_books_can_be_said_to_spark(path):
    text = path.read_text(encoding="utf-8")
    assert sqlglot.transpile(text, read="duckdb", write="spark", unsupported_level=sqlglot.ErrorLevel.RAISE)
