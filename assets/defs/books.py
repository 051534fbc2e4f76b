"""The books: what accounting keeps of every return."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from pipelines.steps.post import post

BOOKS = table_specs(
    "books",
    {
        "core/journal": "Every entry line, balanced entry by entry.",
        "core/letterings": "Which entry lines settle which.",
    },
    "core/credit_note_lines",
    "core/refunds",
    "core/allocations",
    "core/periods",
    "core/returns_proof",
    "core/stock_moves",
)


@dg.multi_asset(specs=BOOKS)
def books(passages: Shops) -> Iterator[Made]:
    """Post everything known by the day looked from."""
    told = passages.each("post", lambda passage: post(passage.warehouse, passage.shop, passage.as_of))
    yield from made(BOOKS, passages, told)
