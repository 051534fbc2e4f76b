"""Puts the tables on the shelf: every table whole, and each month's own rows, as Parquet."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pipelines.domain.summaries import Summary
from pipelines.steps.progress import code_digest
from pipelines.steps.publish import Edition, digest
from pipelines.steps.tables import Fingerprints
from pipelines.warehouse import Warehouse
from pipelines.warehouse.tables import table_names, write_month_table, write_table

MONTH_TABLES = (
    "core.allocations",
    "core.breaks",
    "out.controls",
    "core.credit_notes",
    "core.journal",
    "core.refunds",
    "core.returns_proof",
    "core.stock_positions",
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What tables are made from, the same but for the day looked from, and what each holds, reckoned when asked."""

    inputs: str
    facts: str
    fingerprints: Callable[[], Fingerprints]

    def digest_of(self, table: str) -> str:
        """What a table holds, of these facts: a day more changes few tables, and two hold the same by chance only.

        A table without rows holds the same whatever the facts are.
        """
        rows, fingerprint = self.fingerprints()[table]
        return digest(self.facts if rows else code_digest(), fingerprint)


def shelve(warehouse: Warehouse, edition: Edition, contents: Contents) -> Summary:
    """Every core and out table, whole history; those of the edition before when nothing they come from has changed."""
    edition.clear("tables")
    names = table_names(warehouse)
    if not edition.keep("tables", contents.inputs):
        for name, schema in names.items():
            path = f"tables/{name}.parquet"
            write = partial(write_table, warehouse, name, schema, edition.root / path)
            _unless_same(edition, path, contents.digest_of(f"{schema}.{name}"), write)
        edition.digests["tables"] = contents.inputs
    return Summary("shelve", {"tables": len(names)})


def shelve_month(warehouse: Warehouse, edition: Edition, month: str, contents: Contents) -> Summary:
    """One month's rows of the tables that people take a month of."""
    folder = f"{month}/tables"
    edition.clear(folder)
    if not edition.keep(folder, contents.inputs):
        for table in MONTH_TABLES:
            name = table.partition(".")[2]
            path = f"{folder}/{name}.parquet"
            write = partial(write_month_table, warehouse, name, edition.root / path, month)
            _unless_same(edition, path, contents.digest_of(table), write)
        edition.digests[folder] = contents.inputs
    return Summary("shelve_month", {"tables": len(MONTH_TABLES)})


def _unless_same(edition: Edition, path: str, made_from: str, write: Callable[[], None]) -> None:
    if not edition.keep(path, made_from):
        write()
        edition.digests[path] = made_from
