"""Holds rows to their contract with Great Expectations, in memory: nothing is written, nothing is sent anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
import os
import sys
from typing import TYPE_CHECKING, Any

from pipelines.contracts.suites import LARGEST_CENTS, Contract

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Unmet:
    """One expectation that rows of a table do not meet: which, on what, how many rows."""

    table: str
    expectation: str
    column: str
    rows: int


def unmet(contract: Contract, rows: "pd.DataFrame") -> list[Unmet]:
    """Every expectation of a table's contract that these rows do not meet."""
    gx = _great_expectations()
    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    asset = context.data_sources.add_pandas("rows").add_dataframe_asset(contract.table)
    batch = asset.add_batch_definition_whole_dataframe("new").get_batch({"dataframe": rows})
    suite = gx.ExpectationSuite(contract.table, expectations=list(_expectations(contract)))
    results = batch.validate(suite, result_format="BASIC").results
    return [_told(contract.table, result) for result in results if not result.success]


def _great_expectations() -> Any:
    """Great Expectations without Spark: it would load it where it is installed, which takes seconds and may end us."""
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    is_spark_there = "pyspark" in sys.modules
    if not is_spark_there:
        sys.modules["pyspark"] = None  # type: ignore[assignment]
    try:
        return import_module("great_expectations")
    finally:
        if not is_spark_there:
            del sys.modules["pyspark"]


def _expectations(contract: Contract) -> Iterator[Any]:
    expect: Any = import_module("great_expectations.expectations")
    for column in contract.key:
        yield expect.ExpectColumnValuesToNotBeNull(column=column)
    if len(contract.key) == 1:
        yield expect.ExpectColumnValuesToBeUnique(column=contract.key[0])
    else:
        yield expect.ExpectCompoundColumnsToBeUnique(column_list=list(contract.key))
    for column in contract.positive:
        yield expect.ExpectColumnValuesToBeBetween(column=column, min_value=0, max_value=LARGEST_CENTS)
    for column in contract.signed:
        yield expect.ExpectColumnValuesToBeBetween(column=column, min_value=-LARGEST_CENTS, max_value=LARGEST_CENTS)
    for column, choices in contract.choices.items():
        yield expect.ExpectColumnValuesToBeInSet(column=column, value_set=list(choices))


def _told(table: str, result: Any) -> Unmet:
    config = result.expectation_config
    column = config.kwargs.get("column") or ", ".join(config.kwargs.get("column_list", ()))
    return Unmet(table, config.type, column, int(result.result.get("unexpected_count") or 0))
