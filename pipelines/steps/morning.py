"""Reads what the letter of the morning says, and what has changed since the edition shown."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from glob import escape
import json

from pipelines.domain.folder import ShopFolder
from pipelines.domain.morning import Debt, Differing, DraftLine, DraftNote, Morning, OpenBreak, RefusedRow, done_since
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.steps.publish import last_report
from pipelines.warehouse import Warehouse

TOLD = (("ingest", "rows_read"), ("normalise", "credit_notes"), ("normalise", "refunds"), ("reconcile", "confirmed"))


def morning(
    warehouse: Warehouse,
    folder: ShopFolder,
    shop: Shop,
    as_of: date,
    months: list[str],
    told: Mapping[str, Summary],
    newly_refused: int,
    *,
    is_rebuilt: bool = False,
) -> Morning:
    """The morning after this passage, before its edition is shown."""
    breaks = tuple(warehouse.records(OpenBreak, "out/morning_breaks"))
    before, now = breaks_before(warehouse, folder), {found.break_id for found in breaks}
    record = Morning(
        shop_name=shop.identity.name,
        language=shop.identity.language,
        as_of=as_of,
        months=tuple(months),
        figures=tuple((name, str(told[step].figures[name])) for step, name in TOLD if step in told),
        debts=tuple(warehouse.records(Debt, "out/morning_debts")),
        drafts=tuple(_draft(*row) for row in warehouse.rows("out/morning_drafts")),
        breaks=breaks,
        changes=frozenset(now - before),
        gone=len(before - now),
        refused=tuple(warehouse.records(RefusedRow, "out/morning_refused", count=min(newly_refused, 100))),
        refused_count=newly_refused,
        differing=tuple(warehouse.records(Differing, "out/morning_differing", months=months)),
        is_rebuilt=is_rebuilt,
    )
    return replace(record, done=done_since(last_report(folder).get("list", {}), record.ticks))


def breaks_before(warehouse: Warehouse, folder: ShopFolder) -> set[str]:
    """The breaks open in the edition shown; none before the first."""
    path = folder.published / "tables" / "breaks.parquet"
    rows = warehouse.rows("out/shown_breaks", path=escape(str(path))) if path.exists() else []
    return {break_id for (break_id,) in rows}


def _draft(order_id: str, gross: Decimal, currency: str, explanation: str, document: str) -> DraftNote:
    lines = json.loads(document)["lines"]
    return DraftNote(order_id, gross, currency, explanation, tuple(_line(line) for line in lines))


def _line(line: Mapping[str, str]) -> DraftLine:
    quantity, gross, rate = (Decimal(line[name]) for name in ("quantity", "gross", "vat_rate"))
    return DraftLine(line["title"], quantity, gross, rate)
