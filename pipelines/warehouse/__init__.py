"""The only place that opens DuckDB: numbered migrations, named `.sql` files, the published shelf's reader."""

from pipelines.warehouse.connection import Warehouse, open_warehouse

__all__ = ["Warehouse", "open_warehouse"]
