"""The documents we number ourselves: those issued, and those that wait to be."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from pipelines.steps.numbers import project_numbers
from pipelines.steps.prepare import prepare

ISSUED = table_specs(
    "documents",
    {
        "core/issued_documents": "Each credit note we numbered.",
        "core/counter_documents": "Each document that cancels one of ours.",
        "core/document_faults": "Each rule a document of ours fails.",
    },
    "core/credit_notes",
)
DRAFTS = table_specs(
    "documents",
    {"core/drafts": "Each credit note that money or goods came back without, ready or waiting."},
    "core/allocations",
    "core/issued_documents",
)


@dg.multi_asset(specs=ISSUED)
def issued(passages: Shops) -> Iterator[Made]:
    """Make the tables say what the register of numbers says."""
    told = passages.each("numbers", lambda passage: project_numbers(passage.warehouse, passage.folder, passage.as_of))
    yield from made(ISSUED, passages, told)


@dg.multi_asset(specs=DRAFTS)
def drafts(passages: Shops) -> Iterator[Made]:
    """Prepare what lacks its credit note."""
    told = passages.each("prepare", lambda passage: prepare(passage.warehouse, passage.shop, passage.as_of))
    yield from made(DRAFTS, passages, told)
