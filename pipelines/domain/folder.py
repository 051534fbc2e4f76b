"""A shop's folder: where everything of one shop stands (design.md)."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class ShopFolder:
    """One shop = one folder = one warehouse file, one writer."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where exports are dropped, under any name, in any sub-folder."""
        return self.root / "inbox"

    @property
    def archive(self) -> Path:
        """The original bytes of everything ever read, named by their hash, never changed."""
        return self.root / "archive"

    @property
    def register(self) -> Path:
        """Every fact that came from no file."""
        return self.root / "register"

    @property
    def papers(self) -> Path:
        """The documents we issued, as the bytes they were issued in, named by their hash, never changed."""
        return self.root / "papers"

    @property
    def photos(self) -> Path:
        """What was seen of returned goods, one folder per order."""
        return self.root / "photos"

    def photos_of(self, order_id: str) -> Path:
        """The photos of one order, whatever signs its number is made of."""
        return self.photos / f"commande-{quote(order_id, safe='')[:150]}"

    @property
    def warehouse(self) -> Path:
        """The one DuckDB file."""
        return self.root / "warehouse" / "lettrage.duckdb"

    @property
    def published(self) -> Path:
        """The shelf: the only thing people and programs read."""
        return self.root / "published"

    @property
    def editions(self) -> Path:
        """The last editions of the shelf; `published` is a symlink to the one shown."""
        return self.root / ".editions"

    @property
    def exchange(self) -> Path:
        """Where a Spark finds a shop's tables and leaves its own, as Parquet, while it works on them."""
        return self.root / ".spark"

    @property
    def lock(self) -> Path:
        """Held by the one writer, with its name and age."""
        return self.root / "warehouse" / "lock"

    @property
    def dagster_home(self) -> Path:
        """Dagster's home for the shop."""
        return self.root / ".dagster"
