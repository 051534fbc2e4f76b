"""Loads one part of a file: recognise it, stage it, take its rows as its source declares, say what became of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipelines.domain.kinds import KINDS
from pipelines.domain.messages import worded
from pipelines.domain.messages.rows import ROWS
from pipelines.domain.shop import Shop
from pipelines.domain.shop.providers import other_provider
from pipelines.sources.containers import Part
from pipelines.sources.decoding import text_of
from pipelines.sources.recognition import Table, recognised
from pipelines.sources.source import Source, TableSource
from pipelines.warehouse import Warehouse, staging
from pipelines.warehouse.staging import Cells, Period, Wording


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
    staging.begin(warehouse)
    tables = [source for source in known if isinstance(source, TableSource)]
    text = text_of(part.path, part.name, ("utf-8", "cp1252"), work)
    table = recognised(text.head, part.name, tables)
    cells = Cells(text.path, table.delimiter, table.columns, table.skip, text.lines, table.source.short_rows)
    staging.stage_text(warehouse, cells)
    return _taken(warehouse, shop, part, table)


def _taken(warehouse: Warehouse, shop: Shop, part: Part, table: Table) -> Loaded:
    source = table.source
    parameters = {**_shop_parameters(shop, source), **source.parameters}
    staging.name_columns(warehouse, table.names, table.absent)
    if source.reshaped:
        staging.reshape(warehouse, source.reshaped, parameters)
    periods = [
        staging.take(warehouse, part.sha256, KINDS[mapped.kind], mapped.select, parameters)
        for mapped in source.mappings
    ]
    if source.exclusions:
        staging.set_aside(warehouse, source.exclusions, parameters)
    if source.rejections:
        staging.reject(warehouse, source.rejections, parameters)
    return _recorded(warehouse, shop, part, source, Period.spanning(periods))


def _recorded(warehouse: Warehouse, shop: Shop, part: Part, source: Source, period: Period) -> Loaded:
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
    )
    return loaded


def _shop_parameters(shop: Shop, source: Source) -> Mapping[str, str]:
    zone = shop.providers.get(source.provider, other_provider()).time_zone if source.provider else ""
    return {
        "currency": shop.identity.currency,
        "time_zone": zone or shop.identity.time_zone,
        "provider": source.provider,
    }


def wordings(language: str) -> list[Wording]:
    """Every refusal of a row in one language, its facts still open."""
    facts: dict[str, object] = {name: f"{{{name}}}" for name in ("column", "value", "expected", "found")}
    found = [(message.code, worded(message, facts, language)) for message in ROWS]
    return [Wording(code, words.what, words.remedy) for code, words in found]
