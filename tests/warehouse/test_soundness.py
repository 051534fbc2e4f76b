"""A warehouse file whose bytes are no longer those written is known for damaged, at opening or in the middle of a step."""

import duckdb
import pytest

from pipelines.warehouse.connection import Corrupt
from pipelines.warehouse.soundness import is_damage


def test_a_block_that_was_written_over_is_damage(tmp_path):
    path = tmp_path / "lettrage.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table rows as select hash(i) as a, hash(i + 1)::varchar as b from range(200000) as t(i)"
        )
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 3)
        file.write(b"\xa5" * (path.stat().st_size // 3))
    with duckdb.connect(str(path)) as connection, pytest.raises(duckdb.Error) as caught:
        connection.execute("select sum(a), max(b) from rows").fetchall()
    assert is_damage(caught.value)


@pytest.mark.parametrize(
    ("error", "is_its_own"),
    [
        (Corrupt("x"), True),
        (duckdb.Error("Corrupt database file: computed checksum 1 does not match stored checksum 2"), True),
        (duckdb.IOException("Could not write file: No space left on device"), False),
        (duckdb.ConversionException("Could not convert"), False),
        (OSError(28, "No space left on device"), False),
        (ValueError("checksum"), False),
    ],
    ids=str,
)
def test_other_faults_are_not(error, is_its_own):
    assert is_damage(error) is is_its_own
