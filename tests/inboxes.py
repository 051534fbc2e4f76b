"""A shop's folder for tests: drop exports into its inbox, read them, look at what became of the rows."""

from dataclasses import dataclass
from pathlib import Path

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.ingest import ingest
from pipelines.warehouse import Warehouse


@dataclass(frozen=True)
class Inbox:
    warehouse: Warehouse
    folder: ShopFolder
    shop: Shop

    def drop(self, name: str, content: str | bytes) -> Path:
        path = self.folder.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def read(self) -> Summary:
        return ingest(self.warehouse, self.shop, self.folder)

    def rejected(self) -> list[tuple[int, str | None, str | None, str]]:
        return self.query('select source_row, "column", "value", code from raw.rejected_rows order by all')

    def refused(self) -> list[tuple[str, str]]:
        return self.query("select name, code from raw.refused_files order by all")

    def query(self, sql: str) -> list[tuple]:
        return self.warehouse.connection.execute(sql).fetchall()
