"""The goods: every move, and what stands where."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from pipelines.steps.count import count

STOCK = table_specs(
    "stock",
    {
        "core/stock_moves": "Each move of stock: sale, restock, write-off, count, adjustment.",
        "core/stock_positions": "What stands where at the end of each day with a move, its value, and the drift.",
    },
    "core/order_lines",
    "core/order_states",
    "core/periods",
    "core/return_lines",
    "core/credit_note_lines",
    "core/stock_counts",
    "core/stock_receipts",
    "core/shop_stock",
)


@dg.multi_asset(specs=STOCK)
def stock(passages: Shops) -> Iterator[Made]:
    """Count stock from its moves."""
    told = passages.each("count", lambda passage: count(passage.warehouse, passage.shop, passage.as_of))
    yield from made(STOCK, passages, told)
