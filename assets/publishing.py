"""Carries a month's records from the step that reads them to the report that renders them, into the edition."""

from collections.abc import Callable
import json
from typing import TypeVar

from assets.passage import Passage
from pipelines.domain.summaries import Summary
from pipelines.steps.month_dashboard import month_dashboard
from pipelines.steps.month_ledger import month_ledger
from pipelines.steps.progress import code_digest
from pipelines.steps.publish import REPORT, digest, switch
from pipelines.steps.shelve import shelve, shelve_month
from reports.dashboard.page import dashboard_page
from reports.workbook import workbook, workbook_name

Records = TypeVar("Records")


def render(passage: Passage, relative: str, records: Records, make: Callable[[Records], bytes]) -> Summary:
    """Put one file into the edition, made anew only when its records, or our code, have changed."""
    passage.edition.clear(relative)
    is_new = passage.edition.render(relative, digest(code_digest(), records), lambda: make(records))
    return Summary(relative, {"made": int(is_new)})


def publish_dashboard(passage: Passage, month: str) -> Summary:
    """The merchant's page of a month."""
    records = month_dashboard(passage.warehouse, passage.shop, month, passage.as_of)
    return render(passage, f"{month}/tableau-de-bord.html", records, dashboard_page)


def publish_workbook(passage: Passage, month: str) -> Summary:
    """The accountant's workbook of a month."""
    records = month_ledger(passage.warehouse, passage.shop, month, passage.as_of)
    return render(passage, f"{month}/{workbook_name(month)}", records, workbook)


def publish_tables(passage: Passage) -> Summary:
    """Every table, whole history."""
    return shelve(passage.warehouse, passage.edition, passage.inputs)


def publish_month_tables(passage: Passage, month: str) -> Summary:
    """A month's rows of the tables."""
    return shelve_month(passage.warehouse, passage.edition, month, passage.inputs)


def publish_report(passage: Passage) -> Summary:
    """What this passage found, for the next reader."""
    report = {
        "as_of": str(passage.as_of),
        "at": passage.at,
        "months": passage.months,
        "open_breaks": dict(passage.warehouse.rows("out/open_breaks")),
        "steps": {step: summary.as_metadata() for step, summary in passage.told.items()},
    }
    passage.edition.write(REPORT, json.dumps(report, ensure_ascii=False, indent=2).encode())
    return Summary("report", {"months": len(passage.months)})


def show(passage: Passage) -> Summary:
    """Switch the shelf to the edition made."""
    return Summary("shelf", {"edition": switch(passage.folder, passage.edition).name})
