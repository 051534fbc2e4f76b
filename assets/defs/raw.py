"""What was dropped in the inbox, as it was read."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from pipelines.steps.ingest import ingest

RAW = table_specs(
    "raw",
    {
        "raw/files": "Each export file read, with its rows used, excluded and refused.",
        "raw/rejected_rows": "Each row refused, with its reason and its remedy.",
        "raw/excluded_rows": "Each row left out on purpose, with its reason.",
    },
)


@dg.multi_asset(specs=RAW)
def inbox(passages: Shops) -> Iterator[Made]:
    """Read every new file of the inbox."""
    told = passages.always("ingest", lambda passage: ingest(passage.warehouse, passage.shop, passage.folder))
    yield from made(RAW, passages, told)
