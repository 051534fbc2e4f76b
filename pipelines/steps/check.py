"""What must hold of the tables, counted: no row fails when all is well."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold of a table `layer/noun`; its rows at fault are counted by `sql/checks/<name>.sql`."""

    table: str
    name: str


def failing_rows(warehouse: Warehouse, check: Check) -> int:
    """How many rows fail."""
    return int(warehouse.rows(f"checks/{check.name}")[0][0])


def controls_differing(warehouse: Warehouse, months: Sequence[str]) -> int:
    """How many control totals of these months do not tie."""
    return int(warehouse.rows("out/differing_count", months=list(months))[0][0])
