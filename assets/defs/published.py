"""What people and programs read: the files of each month, the whole tables, and the switch of the shelf."""

import dagster as dg

from assets.defs.shapes import Made, Shops, month_asset, whole_asset
from assets.documents import publish_documents
from assets.publishing import (
    publish_closing_folder,
    publish_controls,
    publish_dashboard,
    publish_exports,
    publish_month_tables,
    publish_report,
    publish_tables,
    publish_workbook,
    show,
)
from assets.telling import tell_morning

Context = dg.AssetExecutionContext
PROVED = ("core/allocations", "core/breaks", "core/returns_proof", "core/journal", "core/stock_positions")


@month_asset("published/ledger_workbook", *PROVED, "out/controls")
def ledger_workbook(context: Context, passages: Shops) -> Made:
    """The accountant's ledger of the month, one workbook."""
    return Made(metadata=passages.each_month("ledger_workbook", context.partition_keys, publish_workbook))


@month_asset("published/credit_notes", "core/allocations", "core/breaks", "core/issued_documents")
def credit_notes(context: Context, passages: Shops) -> Made:
    """Each credit note of the month on paper, and the month's pack."""
    return Made(metadata=passages.each_month("credit_notes", context.partition_keys, publish_documents))


@month_asset("published/journal_exports", "core/journal", "core/letterings", "core/stock_positions", "out/controls")
def journal_exports(context: Context, passages: Shops) -> Made:
    """The month's entries for accounting software: FEC format, hledger, beancount."""
    return Made(metadata=passages.each_month("journal_exports", context.partition_keys, publish_exports))


@month_asset("published/dashboard", "out/returned_lines", "core/breaks", "core/allocations", "core/returns_proof")
def dashboard(context: Context, passages: Shops) -> Made:
    """The merchant's page of the month: one self-contained file."""
    return Made(metadata=passages.each_month("dashboard", context.partition_keys, publish_dashboard))


@month_asset("published/controls", "out/controls")
def controls(context: Context, passages: Shops) -> Made:
    """The month's control totals, for programs."""
    return Made(metadata=passages.each_month("controls", context.partition_keys, publish_controls))


@month_asset("published/month_tables", *PROVED, "out/controls")
def month_tables(context: Context, passages: Shops) -> Made:
    """The month's rows of the tables, as Parquet."""
    return Made(metadata=passages.each_month("month_tables", context.partition_keys, publish_month_tables))


MONTH_FILES = ("ledger_workbook", "credit_notes", "journal_exports", "dashboard", "controls", "month_tables")


@month_asset("published/closing_folder", *(f"published/{name}" for name in MONTH_FILES))
def closing_folder(context: Context, passages: Shops) -> Made:
    """Everything of the month in one zip, with what proves each credit note and the hash of each file."""
    return Made(metadata=passages.each_month("closing_folder", context.partition_keys, publish_closing_folder))


@whole_asset("published/tables", "out/controls", "out/returned_lines", "core/drafts")
def tables(passages: Shops) -> Made:
    """Every table, whole history, as Parquet."""
    return Made(metadata=passages.always("tables", publish_tables))


@whole_asset("published/report", "published/closing_folder", "published/tables")
def report(passages: Shops) -> Made:
    """What this passage found: dernier-passage.json."""
    return Made(metadata=passages.always("report", publish_report))


@whole_asset("published/shelf", "published/report")
def shelf(passages: Shops) -> Made:
    """The edition people see from now on, switched in one step."""
    return Made(metadata=passages.always("shelf", show))


@whole_asset("published/letter", "published/shelf")
def letter(passages: Shops) -> Made:
    """The letter of the morning, sent where `shop.toml` says."""
    return Made(metadata=passages.always("letter", tell_morning))
