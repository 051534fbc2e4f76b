"""Letters without their accents, which Spark has no function for: the same letters for the same, as DuckDB has them."""

from functools import cache

import duckdb

from pipelines.warehouse.connection import sql_text


@cache
def without_accents() -> str:
    """The statement that gives a Spark session the function."""
    with duckdb.connect(":memory:") as connection:
        pairs = connection.execute(sql_text("raw/accented_letters")).fetchall()
    letters, bare = ("".join(column) for column in zip(*pairs, strict=True))
    return (
        "CREATE OR REPLACE TEMPORARY FUNCTION strip_accents(t STRING) RETURNS STRING "
        f"RETURN TRANSLATE(t, '{letters}', '{bare}')"
    )
