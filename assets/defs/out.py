"""The tables shaped for people, over the whole history."""

import dagster as dg

from assets.passages import Passages
from pipelines.steps.month_dashboard import returned_lines as shape_returned_lines


@dg.asset(key=["out", "returned_lines"], group_name="out")
def returned_lines(passages: dg.ResourceParam[Passages]) -> dg.MaterializeResult[None]:
    """Every article line that came back, with its reason and its sale."""
    return dg.MaterializeResult(
        metadata=passages.each("returned_lines", lambda shop: shape_returned_lines(shop.warehouse))
    )
