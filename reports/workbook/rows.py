"""Streams the rows of a sheet as XML: heading, totals, header, then one row per record."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from pipelines.domain.decision_sheet import HEADER_ROW
from reports.workbook.cells import Fragments, formula_cell, fragments_of, lone_cell, text_cell
from reports.workbook.layout import FIRST_ROW, TOTAL_ROW, Cell, Column, Kind, Sheet, Value, letter
from reports.workbook.styles import CENTERED, RIGHT

CHUNK = 1_000
WRAPS = {Kind.WRAPPED, Kind.INPUT}
LINE_HEIGHT, LINES_SHOWN = 14, 8


def rows_of(sheet: Sheet, heading: str, styles: Mapping[str, int]) -> Iterator[str]:
    """Every row of a sheet, laid out by hand or as a table."""
    return _lines(sheet, styles) if sheet.lines else _table_rows(sheet, heading, styles)


def _lines(sheet: Sheet, styles: Mapping[str, int]) -> Iterator[str]:
    for number, line in enumerate(sheet.lines, 1):
        yield _row(
            number, [lone_cell(cell, styles) for cell in line], height=26 if number == 1 else _line_height(sheet, line)
        )


def _line_height(sheet: Sheet, line: Sequence[Cell]) -> int:
    """Room for a first cell that wraps; no height of its own for any other line."""
    lines = (
        _line_count(str(line[0].value or ""), sheet.layout.columns[0].width) if line[0].look == "label wrapped" else 1
    )
    return lines * LINE_HEIGHT if lines > 1 else 0


def _table_rows(sheet: Sheet, heading: str, styles: Mapping[str, int]) -> Iterator[str]:
    columns = sheet.layout.columns
    yield _row(1, [text_cell(heading, styles["heading"])], height=26)
    yield _row(2, [text_cell(" ".join(filter(None, (sheet.layout.grain, sheet.note))), styles["note"])])
    yield _row(TOTAL_ROW, _totals(sheet, styles))
    yield _row(HEADER_ROW, [_header(column, styles) for column in columns], height=32)
    yield from _records(sheet, [fragments_of(column, styles) for column in columns])


def _records(sheet: Sheet, fragments: Sequence[Fragments]) -> Iterator[str]:
    cells = "".join(f'<c r="{letter(index)}#"%s' for index in range(len(fragments)))
    wrapped = [(index, column.width) for index, column in enumerate(sheet.layout.columns) if column.kind in WRAPS]
    rows: Sequence[Sequence[Value]] = sheet.rows or [[None] * len(fragments)]
    for first in range(0, len(rows), CHUNK):
        chunk = rows[first : first + CHUNK]
        yield "".join(_chunk(chunk, FIRST_ROW + first, fragments, cells, [_height(row, wrapped) for row in chunk]))


def _chunk(
    rows: Sequence[Sequence[Value]], first: int, fragments: Sequence[Fragments], cells: str, heights: Sequence[str]
) -> Iterator[str]:
    """Rows written column by column: a call for each column, not for each cell."""
    columns = [fill(values, first) for fill, values in zip(fragments, zip(*rows, strict=True), strict=True)]
    for number, (height, filled) in enumerate(zip(heights, zip(*columns, strict=True), strict=True), first):
        yield f'<row r="{number}"{height}>' + cells.replace("#", str(number)) % filled + "</row>"


def _height(row: Sequence[Value], wrapped: Sequence[tuple[int, int]]) -> str:
    """Room for the longest wrapped text: readers do not reckon it themselves."""
    if not wrapped:
        return ""
    lines = max([_line_count(str(row[index] or ""), width) for index, width in wrapped])
    return f' ht="{lines * LINE_HEIGHT}" customHeight="1"' if lines > 1 else ""


def _line_count(text: str, width: int) -> int:
    """Words do not break: a line is left a little short of its width, whose unit is wider than most letters."""
    return min(-(-len(text) * 10 // (width * 11)), LINES_SHOWN)


def _row(number: int, cells: Sequence[str], height: int = 0) -> str:
    """A row of cells from the first column on; an empty text leaves its cell out."""
    tall = f' ht="{height}" customHeight="1"' if height else ""
    inside = "".join(f'<c r="{letter(index)}{number}"{cell}' for index, cell in enumerate(cells) if cell)
    return f'<row r="{number}"{tall}>{inside}</row>'


def _header(column: Column, styles: Mapping[str, int]) -> str:
    look = "header input" if column.kind is Kind.INPUT else f"header{_side(column)}"
    return text_cell(column.title, styles[look])


def _side(column: Column) -> str:
    return " right" if column.kind in RIGHT else " center" if column.kind in CENTERED else ""


def _totals(sheet: Sheet, styles: Mapping[str, int]) -> list[str]:
    """What the filter shows, added up; the first column says so."""
    if not any(column.is_totalled for column in sheet.layout.columns):
        return []
    cells = [_total(sheet, index, styles) for index in range(len(sheet.layout.columns))]
    label = _total_label(sheet)
    cells[0] = cells[0] if sheet.layout.columns[0].is_totalled else text_cell(label, styles["total text"])
    return cells


def _total_label(sheet: Sheet) -> str:
    """What the totals are of; amounts of several currencies do not add up to anything."""
    titles = [column.title for column in sheet.layout.columns]
    currencies = {row[titles.index("Devise")] for row in sheet.rows} if "Devise" in titles else set()
    return "Total affiché" if len(currencies - {None}) < 2 else "Devises mêlées : filtrez"  # noqa: PLR2004 (two differ)


def _total(sheet: Sheet, index: int, styles: Mapping[str, int]) -> str:
    column, name = sheet.layout.columns[index], letter(index)
    if not column.is_totalled:
        return f' s="{styles["total text"]}"/>'
    total = sum((value for row in sheet.rows if isinstance(value := row[index], Decimal | int)), Decimal(0))
    area = f"{name}{FIRST_ROW}:{name}{sheet.last_row}"
    return formula_cell(f"SUBTOTAL(109,{area})", total, styles[f"total {column.kind}"])
