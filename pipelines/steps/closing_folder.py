"""Reads what goes into a month's closing folder: its files as they stand, and the evidence behind each credit note."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
import json
from pathlib import Path

from pipelines.domain.closing_folder import ClosingFolder, Evidence, FolderFile
from pipelines.domain.folder import ShopFolder
from pipelines.domain.months import first_day, last_day
from pipelines.domain.numbering import file_name
from pipelines.domain.periods import Period
from pipelines.domain.shop import Shop
from pipelines.steps.seals import periods_of
from pipelines.steps.whole_files import file_sha256
from pipelines.warehouse import Warehouse


def closing_folder(
    warehouse: Warehouse, folder: ShopFolder, shop: Shop, month: str, as_of: date, files: Mapping[str, Path]
) -> ClosingFolder:
    """The closing folder of `month`; `files` are those of the month by their path on the shelf, `2026-10/…`."""
    until = min(as_of, last_day(month))
    period = periods_of(folder).get(month, Period(month))
    return ClosingFolder(shop, period, until, list(_files(files)), list(_evidence(warehouse, month, until)))


def _files(files: Mapping[str, Path]) -> Iterator[FolderFile]:
    for name, path in sorted(files.items()):
        yield FolderFile(name.partition("/")[2], file_sha256(path), path)


def _evidence(warehouse: Warehouse, month: str, until: date) -> Iterator[Evidence]:
    rows = warehouse.rows("out/evidence", first=first_day(month), until=until)
    for number, facts in groupby(rows, lambda row: row[0]):
        kinds: dict[str, list[Mapping[str, object]]] = {}
        for _, kind, fact in facts:
            kinds.setdefault(kind, []).append(json.loads(fact))
        yield Evidence(number, file_name(number), kinds)
