"""The core and out tables people read, whole history, as Parquet: flat names, out wins over core, DECIMAL kept."""

from pathlib import Path

from pipelines.warehouse.connection import Warehouse


def table_names(warehouse: Warehouse) -> dict[str, str]:
    """The tables people read, by flat name, each with its schema."""
    return {name: schema for schema, name in warehouse.rows("raw/table_names")}


def write_table(warehouse: Warehouse, name: str, schema: str, path: Path) -> None:
    """Write one table, its rows in one order whatever the order of loading."""
    path.parent.mkdir(parents=True, exist_ok=True)
    warehouse.run("tables/whole", table=f"{schema}.{name}", path=str(path))


def write_month_table(warehouse: Warehouse, name: str, path: Path, month: str) -> None:
    """Write one month's rows of a table (`sql/tables/<name>.sql`)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    warehouse.run(f"tables/{name}", month=month, path=str(path))
