"""Carries a month's records from the step that reads them to the report that renders them, into the edition."""

from collections.abc import Callable, Iterable
from functools import partial
import json
from typing import TypeVar

from assets.metrics import NAME as METRICS
from assets.metrics import metrics
from assets.passage import Passage
from assets.telling import keep_letter
from pipelines.domain.controls import controls_json
from pipelines.domain.export_file import ExportFile
from pipelines.domain.morning import Morning
from pipelines.domain.packed_ledger import PackedLedger
from pipelines.domain.summaries import Summary
from pipelines.steps.closing_folder import closing_folder
from pipelines.steps.control import month_controls
from pipelines.steps.month_books import month_books, month_recaps
from pipelines.steps.month_dashboard import month_dashboard
from pipelines.steps.month_ledger import month_ledger
from pipelines.steps.month_vat import month_reporting, year_end
from pipelines.steps.morning import morning
from pipelines.steps.normalise import STEP as FACTS
from pipelines.steps.progress import code_digest, facts_digest, once
from pipelines.steps.publish import LETTER, REPORT, digest, switch
from pipelines.steps.shelve import Contents, shelve, shelve_month
from pipelines.steps.stock_corrections import stock_corrections
from pipelines.steps.tables import note_tables

Records = TypeVar("Records")
MADE = "made"
FOLDERS_OF_EXPORTS = ("fec", "exports", "recapitulatifs")


def render(passage: Passage, relative: str, records: Records, make: Callable[[Records], bytes]) -> Summary:
    """Put one file into the edition, made anew only when its records, or our code, have changed."""
    made_from = digest(code_digest(), records)
    passage.edition.clear(relative)
    is_new = not passage.edition.keep(relative, made_from)
    if is_new:
        put = partial(passage.edition.write, relative, digest=made_from)
        passage.press.make(partial(make, records), put, relative.partition("/")[0])
    return Summary(relative, {MADE: int(is_new)})


def publish_dashboard(passage: Passage, month: str) -> Summary:
    """The merchant's page of a month."""
    from reports.dashboard.page import dashboard_page

    records = month_dashboard(passage.warehouse, passage.shop, month, passage.as_of)
    return render(passage, f"{month}/tableau-de-bord.html", records, dashboard_page)


def publish_workbook(passage: Passage, month: str) -> Summary:
    """The accountant's ledger of a month."""
    from reports.workbook import packed_workbook, workbook_name

    ledger = month_ledger(passage.warehouse, passage.shop, month, passage.as_of, passage.returned(month))
    return render(passage, f"{month}/{workbook_name(month)}", PackedLedger.of(ledger), packed_workbook)


def publish_exports(passage: Passage, month: str) -> Summary:
    """The month's entries in the formats of accounting software."""
    from reports.exports.month_exports import MonthExports, month_exports

    warehouse, shop = passage.warehouse, passage.shop
    records = MonthExports(
        books=month_books(warehouse, shop, month),
        formats=tuple(shop.books.exports),
        vat=passage.returned(month),
        reporting=month_reporting(warehouse, shop, month, passage.as_of),
        year_end=year_end(warehouse, shop, month),
        corrections=stock_corrections(warehouse, shop, month),
        recaps=month_recaps(warehouse, month),
    )
    for folder in FOLDERS_OF_EXPORTS:
        passage.edition.clear(f"{month}/{folder}")
    passage.press.make(partial(month_exports, records), partial(write_exports, passage, month), month)
    return Summary("exports", {MADE: 1})


def write_exports(passage: Passage, month: str, files: Iterable[ExportFile]) -> None:
    """Put files of a month into the edition."""
    for file in files:
        passage.edition.write(f"{month}/{file.path}", file.content)


def publish_controls(passage: Passage, month: str) -> Summary:
    """The month's control totals, for programs."""
    return render(passage, f"{month}/controles.json", month_controls(passage.warehouse, month), controls_json)


def publish_closing_folder(passage: Passage, month: str) -> Summary:
    """Everything of a month in one reproducible zip; made after every other file of it."""
    from reports.closing_folder import closing_folder_name, closing_folder_zip

    relative = f"{month}/{closing_folder_name(month)}"
    passage.edition.clear(relative)
    passage.press.finish(month)
    files = passage.edition.standing(month)
    records = closing_folder(passage.warehouse, passage.folder, passage.shop, month, passage.as_of, files)
    return render(passage, relative, records, closing_folder_zip)


def publish_tables(passage: Passage) -> Summary:
    """Every table, whole history; sorting the largest takes the memory that the press held."""
    passage.press.finish()
    passage.press.close()
    return shelve(passage.warehouse, passage.edition, _contents(passage))


def publish_month_tables(passage: Passage, month: str) -> Summary:
    """A month's rows of the tables."""
    return shelve_month(passage.warehouse, passage.edition, month, _contents(passage))


def _contents(passage: Passage) -> Contents:
    facts = digest(
        facts_digest(passage.warehouse, passage.folder), passage.warehouse.rows("raw/fingerprint", step=FACTS)
    )
    return Contents(passage.inputs, facts, lambda: passage.fingerprints)


def publish_report(passage: Passage) -> Summary:
    """What this passage found, for the next reader; months that no longer hold a fact leave the shelf."""
    from reports.morning import morning_page
    from reports.morning.text import morning_text, refused_text

    passage.press.finish()
    passage.edition.keep_only_months(passage.shown_months)
    record = morning_of(passage)
    text, report = morning_text(record), report_of(passage, record)
    passage.letter = text + refused_text(record)
    passage.edition.write(LETTER, morning_page(record))
    passage.edition.write(REPORT, json.dumps(report, ensure_ascii=False, indent=2).encode())
    passage.edition.write(METRICS, metrics(passage.folder.root.resolve().name, report, passage.seconds))
    keep_letter(passage, record, text, report)
    return Summary("report", {"months": len(passage.months), "new_breaks": len(record.changes), "gone": record.gone})


def morning_of(passage: Passage) -> Morning:
    """The morning after this passage."""
    return morning(
        passage.warehouse,
        passage.folder,
        passage.shop,
        passage.as_of,
        passage.months,
        passage.told,
        passage.newly_refused,
        is_rebuilt=passage.is_rebuilt,
    )


def report_of(passage: Passage, record: Morning) -> dict[str, object]:
    """The same for programs; no personal data."""
    return {
        "as_of": str(passage.as_of),
        "at": passage.at,
        "months": passage.months,
        "exit_code": passage.exit_code,
        "refused": passage.refused,
        "newly_refused": record.refused_count,
        "to_refund": len(record.debts),
        "to_document": len(record.drafts),
        "controls_differing": len(record.differing),
        "open_breaks": dict(passage.warehouse.rows("out/open_breaks")),
        "holes": [said for (said,) in passage.warehouse.rows("out/coverage_holes")],
        "new_breaks": len(record.changes),
        "gone_breaks": record.gone,
        "is_rebuilt": record.is_rebuilt,
        "list": record.ticks,
        "steps": {step: summary.as_metadata() for step, summary in passage.told.items()},
    }


def _note_tables(passage: Passage) -> Summary:
    return note_tables(passage.warehouse, passage.fingerprints)


def show(passage: Passage) -> Summary:
    """Switch the shelf to the edition made; what every table holds is written down with it."""
    once(passage.warehouse, "note_tables", passage.inputs, partial(_note_tables, passage))
    return Summary("shelf", {"edition": switch(passage.folder, passage.edition).name})
