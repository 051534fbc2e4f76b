"""A workbook that came back, read and not yet judged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipelines.domain.decided_rows import DecidedRow, WrittenRow


@dataclass(frozen=True, slots=True)
class DecidedBook:
    """Which month of which shop, what was published row by row, and the rows as they came back."""

    month: str
    shop: str
    written: Mapping[str, WrittenRow]
    rows: Sequence[DecidedRow]
