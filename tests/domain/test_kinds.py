"""The catalogue of kinds and the raw tables are the same thing said twice: this holds them together."""

from pipelines.domain.kinds import KINDS
from pipelines.warehouse import open_warehouse


def test_every_kind_has_its_raw_table():
    with open_warehouse() as warehouse:
        for kind in KINDS.values():
            columns = warehouse.connection.table(f"raw.{kind.name}").columns
            assert tuple(columns) == (*kind.names, "source_file", "source_row")
