"""What was dropped in the inbox, as it was read."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Made, Shops, made, table_specs
from assets.passages import READING
from assets.reading import read_inbox

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
    told = passages.always(READING, read_inbox)
    yield from made(RAW, passages, told)
