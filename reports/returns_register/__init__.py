"""`registre-des-retours.xlsx`: the sheet `lettrage init` lays in a shop's folder, its columns filled from lists."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from pipelines.domain.returns_register import COLUMNS, LISTS, NOTIFIED, QUANTITY, RECEIVED, SENT, SHEET

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LINES = 2000
WORDS_SHEET = "Listes"
WIDTH = 20
DAY = "DD/MM/YYYY"


def returns_register(rows: Sequence[Sequence[object]] = ()) -> bytes:
    """The workbook's bytes, with the rows given (none at first), in the order of `COLUMNS`."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    sheet, words = workbook.create_sheet(SHEET), workbook.create_sheet(WORDS_SHEET)
    _head(sheet)
    for row in rows:
        sheet.append(list(row))
    _lists(sheet, words)
    _days(sheet)
    words.sheet_state = "hidden"
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()


def _head(sheet: "Worksheet") -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.append(list(COLUMNS))
    for number, cell in enumerate(sheet[1], start=1):
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E7ECF2")
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    sheet.freeze_panes = "A2"


def _lists(sheet: "Worksheet", words: "Worksheet") -> None:
    """A cell of these columns takes a word of its list, and says so when it is given another."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for rank, (column, known) in enumerate(LISTS.items(), start=1):
        letter, place = get_column_letter(COLUMNS.index(column) + 1), get_column_letter(rank)
        for line, word in enumerate(known, start=1):
            words[f"{place}{line}"] = word
        source = f"{WORDS_SHEET}!${place}$1:${place}${len(known)}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        rule.errorTitle, rule.error = column, "Choisissez un mot de la liste."
        rule.add(f"{letter}2:{letter}{LINES}")
        sheet.add_data_validation(rule)


def _days(sheet: "Worksheet") -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    day = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True, showErrorMessage=True)
    whole = DataValidation(
        type="decimal", operator="greaterThan", formula1="0", allow_blank=True, showErrorMessage=True
    )
    day.error, whole.error = "Écrivez une date, par exemple 31/10/2026.", "Écrivez un nombre plus grand que zéro."
    for column in (NOTIFIED, SENT, RECEIVED):
        letter = get_column_letter(COLUMNS.index(column) + 1)
        day.add(f"{letter}2:{letter}{LINES}")
        sheet.column_dimensions[letter].number_format = DAY
    letter = get_column_letter(COLUMNS.index(QUANTITY) + 1)
    whole.add(f"{letter}2:{letter}{LINES}")
    sheet.add_data_validation(day)
    sheet.add_data_validation(whole)
