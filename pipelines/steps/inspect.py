"""Says what reading a file would give, and loads nothing: format, period, rows, reasons, totals, first rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.sources.containers import Part, parts, sha256_of
from pipelines.sources.sheets import sheets
from pipelines.sources.source import Source
from pipelines.steps.load import Loaded, load
from pipelines.warehouse import Warehouse, open_warehouse

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one table of a file is. `refusal` says why it cannot be read; `printed` are the source's own totals,
    `exported` and `mapped` its first rows.
    """

    name: str
    format: str = ""
    loaded: Loaded = field(default_factory=Loaded)
    period: Row = (None, None)
    rejected: Sequence[Row] = ()
    excluded: Sequence[Row] = ()
    totals: Sequence[Row] = ()
    printed: Sequence[Row] = ()
    exported: Sequence[dict[str, str]] = ()
    mapped: Sequence[dict[str, str]] = ()
    refusal: Refusal | None = None


def inspect(path: Path, shop: Shop, known: Sequence[Source]) -> list[Inspection]:
    """Every table of one file, read into a warehouse that is thrown away."""
    if path.is_dir():
        return [Inspection(str(path), refusal=Refusal(messages.DIRECTORY, str(path)))]
    try:
        sha256 = sha256_of(path)
        with open_warehouse() as warehouse, TemporaryDirectory(prefix="lettrage-") as work:
            tables = _tables(path, sha256, Path(work))
            return [_inspected(warehouse, shop, part, known, Path(work)) for part in tables]
    except Refusal as refusal:
        return [Inspection(str(path), refusal=refusal)]


def _tables(path: Path, sha256: str, work: Path) -> Iterator[Part]:
    for part in parts(path, str(path), sha256, work):
        yield from sheets(part, work) if part.is_workbook else [part]


def _inspected(warehouse: Warehouse, shop: Shop, part: Part, known: Sequence[Source], work: Path) -> Inspection:
    try:
        loaded = load(warehouse, shop, part, known, work)
    except Refusal as refusal:
        return Inspection(part.name, refusal=refusal)
    ((format_name, first, last),) = warehouse.rows("raw/file_said", source_file=part.sha256)
    kinds = [f"raw.{kind}" for (kind,) in warehouse.rows("raw/kinds_said")]
    return Inspection(
        part.name,
        format_name,
        loaded,
        (first, last),
        warehouse.rows("raw/rejections_said", source_file=part.sha256),
        warehouse.rows("raw/exclusions_said", source_file=part.sha256),
        warehouse.rows("raw/totals_said", source_file=part.sha256, time_zone=shop.identity.time_zone),
        warehouse.rows("raw/printed_said"),
        warehouse.first_rows("numbered"),
        [row for kind in kinds for row in warehouse.first_rows(kind, part.sha256)],
    )
