"""Loads one part of a file: recognise it, stage it, take its rows as its source declares, say what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipelines.contracts.suites import QUARANTINED
from pipelines.domain.kinds import KINDS
from pipelines.domain.messages import files as messages
from pipelines.domain.messages import worded
from pipelines.domain.messages.rows import ROWS
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.shop.providers import other_provider
from pipelines.sources.containers import Part
from pipelines.sources.decoding import Text, beheaded, lengthened, text_of
from pipelines.sources.recognition import Table, is_header, recognised
from pipelines.sources.records import COLUMNS, laid_out, recognised_record
from pipelines.sources.source import ENCODINGS, Document, RecordSource, Source, TableSource, is_hostile
from pipelines.sources.unwrapping import unwrapped
from pipelines.warehouse import Warehouse, staging
from pipelines.warehouse.staging import Cells, Period, Wording

PARQUET = b"PAR1"
LARGEST_DOCUMENT = 256 << 20
"""Bytes of a document that is read whole."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one part's rows."""

    read: int = 0
    excluded: int = 0
    rejected: int = 0
    is_refused: bool = False

    @property
    def used(self) -> int:
        """Rows that became ours."""
        return self.read - self.excluded - self.rejected


def load(warehouse: Warehouse, shop: Shop, part: Part, known: Sequence[Source], work: Path) -> Loaded:
    """Load one part into `raw`. Raises Refusal when the whole of it cannot be read."""
    source = stage(warehouse, shop, part, known, work)
    return _taken(warehouse, shop, part, source)


def stage(warehouse: Warehouse, shop: Shop, part: Part, known: Sequence[Source], work: Path) -> TableSource:
    """Stage one part's cells under the names its format uses; the format. Raises Refusal when there is none."""
    staging.begin(warehouse)
    tables = [source for source in known if isinstance(source, TableSource)]
    with part.path.open("rb") as file:
        is_parquet = file.read(4) == PARQUET
    if is_parquet:
        return _staged_parquet(warehouse, part, tables)
    text = _text(part, ENCODINGS, work)
    try:
        table = recognised(text.head, part.name, tables)
    except Refusal as refusal:
        return _staged_records(warehouse, shop, part, known, work, refusal)
    if table.source.encodings != ENCODINGS:
        text = _text(part, table.source.encodings, work)
    _stage_text(warehouse, part, table, text, tables, work)
    staging.name_columns(warehouse, table.names, table.absent)
    return table.source


def _stage_text(
    warehouse: Warehouse, part: Part, table: Table, text: Text, tables: Sequence[TableSource], work: Path
) -> None:
    """Stage a table's text. Lines cut after the last cell their format needs are whole: they end with empty cells."""
    cut = table.skip if table.skip > 1 else 0
    above = text.head[: table.skip - 1]
    text = beheaded(text, cut, work)
    is_short = table.source.short_rows or part.is_sheet
    cells = Cells(text.path, table.delimiter, table.columns, table.skip - cut, text.lines, cut, is_short, table.least)
    _stage_cells(warehouse, part, cells, above)
    second = [line for line, words in staging.torn_lines(warehouse) if is_header(words, tables)]
    lacking = {} if second else staging.short_lines(warehouse, cells)
    if lacking:
        staging.begin(warehouse)
        longer = lengthened(cells.path, lacking, table.delimiter, work)
        _stage_cells(warehouse, part, replace(cells, path=longer), above)
    staging.mark_second_tables(warehouse, second)


def _stage_cells(warehouse: Warehouse, part: Part, cells: Cells, above: Sequence[str]) -> None:
    staging.note_above(warehouse, above)
    if not staging.stage_text(warehouse, cells):
        raise Refusal(messages.STRAY_QUOTES, part.name)


def _text(part: Part, encodings: Sequence[str], work: Path) -> Text:
    return unwrapped(text_of(part.path, part.name, encodings, work), work)


def _staged_parquet(warehouse: Warehouse, part: Part, tables: Sequence[TableSource]) -> TableSource:
    columns = staging.parquet_columns(warehouse, part.path)
    table = recognised([",".join(f'"{column}"' for column in columns)], part.name, tables)
    staging.stage_parquet(warehouse, part.path)
    staging.name_columns(warehouse, table.names, table.absent)
    return table.source


def _staged_records(
    warehouse: Warehouse, shop: Shop, part: Part, known: Sequence[Source], work: Path, refusal: Refusal
) -> TableSource:
    """A text that is no table: a document some reader knows, else refused as it was."""
    if part.path.stat().st_size > LARGEST_DOCUMENT:
        raise refusal
    document = Document(part.path.read_bytes(), shop_parameters(shop, ""))
    if is_hostile(document):
        raise Refusal(messages.HOSTILE_XML, part.name)
    source = recognised_record((source for source in known if isinstance(source, RecordSource)), document)
    if source is None:
        raise refusal
    table = laid_out(source, document, part.name, work / "records")
    staging.stage_records(warehouse, work / "records", COLUMNS)
    staging.name_columns(warehouse, [name for name in COLUMNS if name != "source_row"], ())
    return table


def _taken(warehouse: Warehouse, shop: Shop, part: Part, source: TableSource) -> Loaded:
    parameters = {**shop_parameters(shop, source.provider), **source.parameters}
    staging.say_order(warehouse, parameters["date_order"])
    if source.totals:
        staging.print_totals(warehouse, source.totals, parameters)
    if source.reshaped:
        staging.reshape(warehouse, source.reshaped, parameters)
    zone = shop.identity.time_zone
    periods = [
        staging.take(warehouse, part.sha256, KINDS[mapped.kind], mapped.select, parameters, zone, bool(source.reshaped))
        for mapped in source.mappings
    ]
    impossible = staging.impossible_date(warehouse)
    if impossible:
        staging.unread(warehouse, part.sha256)
        row, value = impossible
        raise Refusal(messages.IMPOSSIBLE_DATE, part.name, row=row, value=value, format=source.name)
    if source.exclusions:
        staging.set_aside(warehouse, source.exclusions, parameters)
    if source.rejections:
        staging.reject(warehouse, source.rejections, parameters)
    return _recorded(warehouse, shop, part, source, Period.spanning(periods))


def _recorded(warehouse: Warehouse, shop: Shop, part: Part, source: TableSource, period: Period) -> Loaded:
    totals = staging.hold_totals(warehouse) if source.totals else None
    loaded = Loaded(*staging.settle(warehouse, part.sha256, wordings(shop.identity.language)))
    warehouse.run(
        "raw/note_file",
        sha256=part.sha256,
        container=part.container,
        name=part.name,
        format=source.name,
        bytes=part.path.stat().st_size,
        rows_read=loaded.read,
        rows_used=loaded.used,
        rows_excluded=loaded.excluded,
        rows_rejected=loaded.rejected,
        period_from=period.first,
        period_to=period.last,
        latest_at=period.latest,
        control_totals=totals,
    )
    return loaded


def shop_parameters(shop: Shop, provider: str) -> dict[str, str]:
    """What a source may ask of the shop: its currency, the provider's time zone (else its own) and order of dates."""
    settings = shop.providers.get(provider, other_provider())
    return {
        "currency": shop.identity.currency,
        "time_zone": (settings.time_zone if provider else "") or shop.identity.time_zone,
        "date_order": str(settings.date_order),
        "provider": provider,
    }


def wordings(language: str) -> list[Wording]:
    """Every refusal of a row in one language, its facts still open."""
    facts: dict[str, object] = {name: f"{{{name}}}" for name in ("column", "value", "expected", "found")}
    found = [(message.code, worded(message, facts, language)) for message in ROWS]
    return [Wording(code, words.what, words.remedy, QUARANTINED.get(code)) for code, words in found]
