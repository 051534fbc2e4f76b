"""Turns each sheet of a workbook into a text table, row for row, without ever holding it whole."""

from collections.abc import Iterable, Iterator
import csv
from datetime import date, datetime, time
from decimal import Context
from pathlib import Path
from typing import IO, Any
import zipfile

from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.containers import LEEWAY, STEEPEST, Part
from pipelines.sources.hollow_rows import without_hollow_rows

WIDEST = 500
AS_SHOWN = Context(prec=15)
"""A workbook shows fifteen digits of a number and stores what its floating point made of them."""


def sheets(part: Part, work: Path) -> Iterator[Part]:
    """Each sheet that has cells, as a text table. Raises Refusal when the workbook is damaged or too large."""
    from openpyxl import load_workbook

    _check_size(part)
    path = without_hollow_rows(part.path, part.name, work / "filled.xlsx")
    try:
        with path.open("rb") as file:
            workbook = load_workbook(file, read_only=True, data_only=True)
            written = [_sheet(sheet, work / f"sheet-{number}") for number, sheet in enumerate(workbook.worksheets)]
            named = [(sheet.title, path) for sheet, path in zip(workbook.worksheets, written, strict=True) if path]
    except Exception as error:  # openpyxl fails in many ways on what is no workbook
        if isinstance(error, OSError) and error.errno:
            raise
        raise Refusal(messages.BROKEN_ARCHIVE, part.name, reason=type(error).__name__) from error
    if not named:
        raise Refusal(messages.EMPTY, part.name)
    if len(named) == 1:
        yield Part(part.name, named[0][1], part.sha256, part.container, is_sheet=True)
        return
    for title, path in named:
        yield Part(
            f"{part.name} / {title}", path, f"{part.sha256}#{title}", part.container or part.sha256, is_sheet=True
        )


def _check_size(part: Part) -> None:
    try:
        with zipfile.ZipFile(part.path) as archive:
            opened = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as error:
        raise Refusal(messages.BROKEN_ARCHIVE, part.name, reason=error) from None
    limit = max(20 * LEEWAY, STEEPEST * part.path.stat().st_size)
    if opened > limit:
        raise Refusal(messages.TOO_LARGE, part.name, limit=f"{limit >> 20} Mo")


def _sheet(sheet: Any, path: Path) -> Path | None:
    """Write one sheet; nothing when it has no cells. A row that is empty is kept as a line, so that lines are rows."""
    sheet.reset_dimensions()
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = _write_rows(sheet.iter_rows(values_only=True, max_col=WIDEST), file)
    return path if rows else None


def _write_rows(rows: Iterable[tuple[object, ...]], file: IO[str]) -> int:
    """Write rows without their empty ends; empty rows stay as lines, save those at the end."""
    writer = csv.writer(file, lineterminator="\n")
    written = empty = 0
    for row in rows:
        cells = _without_empty_end([_text(cell) for cell in row])
        if not cells:
            empty += 1
            continue
        file.write("\n" * empty)
        writer.writerow(cells)
        written, empty = written + 1, 0
    return written


def _without_empty_end(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(cell: object) -> str:
    """A cell as text: numbers as shown, days and instants as ISO 8601, line ends as spaces so that lines are rows."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float():
            return _number(cell)
        case datetime():
            return str(cell.date()) if cell.time() == time() else cell.isoformat(" ", "seconds")
        case date() | time():
            return cell.isoformat()
        case _:
            return " ".join(str(cell).replace("\x00", "").splitlines())


def _number(cell: float) -> str:
    shown = AS_SHOWN.create_decimal(repr(cell))
    return format(shown.normalize(AS_SHOWN) if shown == shown.to_integral_value() else shown, "f").removesuffix(".0")
