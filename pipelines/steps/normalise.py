"""Makes exact facts of the rows read: one version of each, dated in the shop's own days, with amounts and origins."""

from collections.abc import Mapping
from datetime import date
import hashlib

from pipelines.domain.kinds import KINDS
from pipelines.domain.shop import Shop
from pipelines.domain.shop.vat import Rounding
from pipelines.domain.summaries import Summary
from pipelines.steps.progress import code_digest
from pipelines.warehouse import Warehouse

STEP = "normalise"
TABLES = {
    "orders": ("order_lines", "orders"),
    "returns": ("return_lines", "returns"),
    "credit_notes": ("credit_note_origins", "credit_note_lines", "credit_notes"),
    "bank": ("bank_lines",),
}
"""What a kind fills, where it is not the one of its own name; orders come before what names them."""
NAMING = {
    "order_states": "aliased_order_id",
    "payments": "aliased_order_id",
    "returns": "aliased_order_id",
    "credit_notes": "aliased_order_id",
    "refunds": "aliased_order_reference",
}
"""What is done so that an order goes by one name, whichever of its names a file gives."""
TELLINGS = {"refunds": "refund_tellings", "payments": "payment_tellings"}
"""What may be told twice: a shop's own telling of money gives way to that of the provider's export."""
COUNTED = (
    "orders", "order_lines", "payments", "returns", "credit_notes", "refunds", "payouts", "bank_lines", "superseded",
    "duplicate", "after_as_of", "told_by_provider",
)  # fmt: skip


def normalise(warehouse: Warehouse, shop: Shop, as_of: date) -> Summary:
    """Fill every table of what shops, providers and banks say, as known at the end of `as_of`.

    Does nothing when the files, the shop's settings and what `as_of` hides are as they were.
    """
    fingerprint = normalise_fingerprint(warehouse, shop, as_of)
    if warehouse.rows("raw/fingerprint", step=STEP) != [(fingerprint,)]:
        with warehouse.transaction():
            with warehouse.sets() as sets:
                _rebuild(sets, shop, as_of)
            warehouse.run("raw/note_fingerprint", step=STEP, fingerprint=fingerprint)
    (counts,) = warehouse.rows("raw/core_counts")
    return Summary(STEP, dict(zip(COUNTED, counts, strict=True)))


def normalise_fingerprint(warehouse: Warehouse, shop: Shop, as_of: date) -> str:
    """What the facts depend on: our code, the files, the settings, and the day looked from while it hides anything."""
    (facts,) = warehouse.rows("raw/fingerprint_facts", time_zone=shop.identity.time_zone)
    files, digest, last = facts
    seen_until = min(as_of, last) if last else None
    settings = (shop.identity, shop.vat, shop.stock)
    return hashlib.sha256(repr((code_digest(), files, digest, seen_until, settings)).encode()).hexdigest()


def _rebuild(warehouse: Warehouse, shop: Shop, as_of: date) -> None:
    settings = {
        "as_of": as_of,
        "invoices": str(shop.identity.invoices),
        "place": shop.stock.place,
        "time_zone": shop.identity.time_zone,
        "vat_rounding": str(shop.vat.vat_rounding),
    }
    warehouse.run("core/emptied")
    warehouse.run("raw/no_used_rows")
    warehouse.run("typed/order_aliases")
    for kind in [kind for kind in KINDS if warehouse.row_count(f"raw.{kind}")]:
        _fill(warehouse, shop, kind, settings)
    warehouse.run("core/coverage")
    warehouse.run("raw/file_outcomes")
    warehouse.run("typed/dropped")


def _fill(warehouse: Warehouse, shop: Shop, kind: str, settings: Mapping[str, object]) -> None:
    """Make the facts of one kind of rows."""
    warehouse.run(f"typed/{kind}", **settings)
    if kind in NAMING:
        warehouse.run(f"typed/{NAMING[kind]}")
    if kind == "payments":
        warehouse.run("typed/payments_told")
    warehouse.run("typed/outcomes", kind=kind, **settings)
    if kind in TELLINGS:
        warehouse.run(f"typed/{TELLINGS[kind]}")
        warehouse.run("typed/told_by_provider", kind=kind)
    warehouse.run("raw/used_rows")
    for table in TABLES.get(kind, (kind,)):
        warehouse.run(f"core/{table}", **settings)
        if shop.vat.vat_rounding is Rounding.TOTAL and table in {"order_lines", "credit_note_lines"}:
            warehouse.run(f"core/{table}_total_vat")
