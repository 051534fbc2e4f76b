"""The tables shaped for people. They are rebuilt whole, whichever months are asked for: months lean on each other."""

from assets.defs.shapes import Made, Shops, month_asset
from pipelines.steps.control import control
from pipelines.steps.month_dashboard import returned_lines as shape_returned_lines


@month_asset("out/controls", "core/journal", "core/breaks", "core/stock_positions", "raw/files")
def controls(passages: Shops) -> Made:
    """The ten control totals of every month: two figures that must tie."""
    told = passages.each("control", lambda passage: control(passage.warehouse, passage.shop, passage.as_of))
    return Made(metadata=told)


@month_asset(
    "out/returned_lines", "core/return_lines", "core/credit_note_lines", "core/allocations", "core/returns_proof"
)
def returned_lines(passages: Shops) -> Made:
    """Every article line that came back, with its reason and its sale."""
    told = passages.each("returned_lines", lambda it: shape_returned_lines(it.warehouse, it.shop, it.as_of))
    return Made(metadata=told)
