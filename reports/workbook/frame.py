"""The workbook without its cells: sheets, looks, tables, lists, print areas, made by openpyxl once per layout.

Rows are not known yet: each sheet's last row is a number no real sheet reaches, replaced when the rows are written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pipelines.domain.decision_sheet import HEADER_ROW
from reports.workbook.layout import FIRST_ROW, Kind, Layout, letter
from reports.workbook.styles import add_styles

GREEN, RED, GREY = "1E7B34", "B3261E", "7A7A7A"


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of the file in their order, and the number of each look."""

    parts: Mapping[str, str]
    styles: Mapping[str, int]


def last_row_of(index: int) -> int:
    """The number that stands for the last row of a sheet, counted from zero."""
    return 900_001 + index * 10


@lru_cache(maxsize=64)
def frame(layouts: tuple[Layout, ...]) -> Frame:
    """The frame of a workbook of these sheets."""
    from openpyxl import Workbook

    workbook: Any = Workbook()
    workbook.remove(workbook.active)
    styles = add_styles(workbook)
    for index, layout in enumerate(layouts):
        _fill(workbook.create_sheet(layout.name), layout, index)
    file = BytesIO()
    workbook.save(file)
    with ZipFile(file) as archive:
        return Frame({name: archive.read(name).decode("utf-8") for name in archive.namelist()}, styles)


def _fill(sheet: Any, layout: Layout, index: int) -> None:
    sheet.sheet_view.showGridLines = False
    sheet.sheet_state = "hidden" if layout.is_hidden else "visible"
    for position, column in enumerate(layout.columns):
        dimension = sheet.column_dimensions[letter(position)]
        dimension.width, dimension.hidden = column.width, column.is_hidden
    _paper(sheet, layout, index)
    if layout.table:
        _table(sheet, layout, index)
        _lists(sheet, layout, index)
    _colours(sheet, layout, index)


def _paper(sheet: Any, layout: Layout, index: int) -> None:
    """A4, one page wide, heading repeated, page numbers."""
    sheet.page_setup.orientation = "portrait" if layout.is_portrait else "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0 if layout.table else 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.3
    margins.top, margins.bottom, margins.footer = 0.4, 0.7, 0.3
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
    if layout.is_hidden:
        return
    sheet.print_area = f"A1:{letter(layout.last_printed)}{last_row_of(index)}"
    if layout.table:
        sheet.print_title_rows = f"1:{HEADER_ROW}"
        sheet.freeze_panes = f"{letter(layout.frozen_columns)}{FIRST_ROW}"


def _table(sheet: Any, layout: Layout, index: int) -> None:
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    area = f"A{HEADER_ROW}:{letter(len(layout.columns) - 1)}{last_row_of(index)}"
    looks = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    table = Table(displayName=layout.table, name=layout.table, ref=area, tableStyleInfo=looks)
    table.tableColumns = [TableColumn(id=number, name=column.title) for number, column in enumerate(layout.columns, 1)]
    table.autoFilter = AutoFilter(ref=area)
    sheet.add_table(table)


def _lists(sheet: Any, layout: Layout, index: int) -> None:
    """A list to pick from wherever a person decides; another word is refused by the spreadsheet itself."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for position, column in enumerate(layout.columns):
        if column.choices:
            choice = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            choice.showErrorMessage, choice.errorTitle, choice.error = True, column.title, "Choisissez dans la liste."
            choice.add(f"{letter(position)}{FIRST_ROW}:{letter(position)}{last_row_of(index)}")
            sheet.add_data_validation(choice)


def _colours(sheet: Any, layout: Layout, index: int) -> None:
    """✓ in green, ✗ in red, what nobody observed in grey."""
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Font
    from openpyxl.styles.differential import DifferentialStyle

    for position, column in enumerate(layout.columns):
        if column.kind is Kind.STATE:
            top = f"{letter(position)}{FIRST_ROW}"
            for sign, colour in (("✓", GREEN), ("✗", RED), ("○", GREY)):
                look = DifferentialStyle(font=Font(color=colour, bold=sign != "○"))
                rule = Rule("expression", dxf=look, formula=[f'LEFT({top},1)="{sign}"'])
                sheet.conditional_formatting.add(f"{top}:{letter(position)}{last_row_of(index)}", rule)
