"""Puts the tables on the shelf: every table whole, and each month's own rows, as Parquet."""

from pipelines.domain.summaries import Summary
from pipelines.steps.publish import Edition
from pipelines.warehouse import Warehouse
from pipelines.warehouse.tables import table_names, write_month_table, write_table

MONTH_TABLES = (
    "allocations",
    "breaks",
    "controls",
    "credit_notes",
    "journal",
    "refunds",
    "returns_proof",
    "stock_positions",
)


def shelve(warehouse: Warehouse, edition: Edition, inputs: str) -> Summary:
    """Every core and out table, whole history; those of the edition before when nothing they come from has changed."""
    edition.clear("tables")
    names = table_names(warehouse)
    if not edition.keep("tables", inputs):
        for name, schema in names.items():
            write_table(warehouse, name, schema, edition.root / "tables" / f"{name}.parquet")
        edition.digests["tables"] = inputs
    return Summary("shelve", {"tables": len(names)})


def shelve_month(warehouse: Warehouse, edition: Edition, month: str, inputs: str) -> Summary:
    """One month's rows of the tables that people take a month of."""
    folder = f"{month}/tables"
    edition.clear(folder)
    if not edition.keep(folder, inputs):
        for name in MONTH_TABLES:
            write_month_table(warehouse, name, edition.root / folder / f"{name}.parquet", month)
        edition.digests[folder] = inputs
    return Summary("shelve_month", {"tables": len(MONTH_TABLES)})
