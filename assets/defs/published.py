"""What people and programs read: the files of each month, the whole tables, and the switch of the shelf."""

from collections.abc import Callable
from typing import Any

import dagster as dg

from assets.defs.partitions import IN_ONE_RUN, MONTHS_OF_SHOPS
from assets.documents import publish_documents
from assets.passages import Passages
from assets.publishing import (
    publish_dashboard,
    publish_month_tables,
    publish_report,
    publish_tables,
    publish_workbook,
    show,
)


def month_asset(name: str, deps: list[list[str]]) -> Callable[[Callable[..., Any]], dg.AssetsDefinition]:
    """An asset of every month of every shop, several of them in one run."""
    return dg.asset(
        key=["published", name],
        deps=deps,
        group_name="published",
        partitions_def=MONTHS_OF_SHOPS,
        backfill_policy=IN_ONE_RUN,
    )


@month_asset("dashboard", [["out", "returned_lines"]])
def dashboard(context: dg.AssetExecutionContext, passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """The merchant's page of the month: one self-contained file."""
    return dg.MaterializeResult(metadata=passages.each_month("dashboard", context.partition_keys, publish_dashboard))


@month_asset("documents", [["out", "returned_lines"]])
def documents(context: dg.AssetExecutionContext, passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """The month's credit notes on paper, and the pack that binds them."""
    return dg.MaterializeResult(metadata=passages.each_month("documents", context.partition_keys, publish_documents))


@month_asset("workbook", [["out", "returned_lines"]])
def workbook(context: dg.AssetExecutionContext, passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """The accountant's ledger of the month, as a workbook."""
    return dg.MaterializeResult(metadata=passages.each_month("workbook", context.partition_keys, publish_workbook))


@month_asset("month_tables", [["out", "returned_lines"]])
def month_tables(context: dg.AssetExecutionContext, passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """The month's rows of the tables, as Parquet."""
    return dg.MaterializeResult(
        metadata=passages.each_month("month_tables", context.partition_keys, publish_month_tables)
    )


@dg.asset(key=["published", "tables"], deps=[["out", "returned_lines"]], group_name="published")
def tables(passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """Every table, whole history, as Parquet."""
    return dg.MaterializeResult(metadata=passages.always("tables", publish_tables))


@dg.asset(
    key=["published", "report"], deps=[dashboard, documents, month_tables, tables, workbook], group_name="published"
)
def report(passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """What this passage found: dernier-passage.json."""
    return dg.MaterializeResult(metadata=passages.always("report", publish_report))


@dg.asset(key=["published", "shelf"], deps=[report], group_name="published")
def shelf(passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """The edition people see from now on, switched in one step."""
    return dg.MaterializeResult(metadata=passages.always("shelf", show))
