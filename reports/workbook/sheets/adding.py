"""Live totals of a sheet's column, with our own figure beside: what the spreadsheet reckons must be the same."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reports.workbook.layout import FIRST_ROW, Cell, Sheet, Value, letter, quoted


def summed(sheet: Sheet, title: str, **where: str) -> Cell:
    """The total of a column, over the rows that bear these words."""
    position = sheet.layout.position(title)
    values = (row[position] for row in _rows(sheet, where))
    total = sum((value for value in values if isinstance(value, Decimal)), Decimal("0.00"))
    area = _area(sheet, title)
    return Cell(total, "money", f"SUMIFS({area},{_criteria(sheet, where)})" if where else f"SUM({area})")


def counted(sheet: Sheet, **where: str) -> Cell:
    """The number of rows that bear these words."""
    first = _area(sheet, sheet.layout.columns[0].title)
    formula = f"COUNTIFS({_criteria(sheet, where)})" if where else f"COUNTA({first})"
    return Cell(sum(1 for _ in _rows(sheet, where)), "integer", formula)


def oldest(sheet: Sheet) -> Cell:
    """The age in days of the oldest item."""
    position = sheet.layout.position("Âge (jours)")
    ages = [int(str(row[position])) for row in sheet.rows]
    return Cell(max(ages, default=0), "integer", f"MAX({_area(sheet, 'Âge (jours)')})")


def _rows(sheet: Sheet, where: Mapping[str, str]) -> Iterator[Sequence[Value]]:
    wanted = [(sheet.layout.position(title), words) for title, words in where.items()]
    return (row for row in sheet.rows if all(str(row[position]) == words for position, words in wanted))


def _criteria(sheet: Sheet, where: Mapping[str, str]) -> str:
    return ",".join(f"{_area(sheet, title)},{_literal(words)}" for title, words in where.items())


def _literal(words: str) -> str:
    """Words as a formula compares them exactly: `=` before, wildcards tamed."""
    tamed = "".join(f"~{sign}" if sign in "*?~" else sign for sign in words)
    return '"=' + tamed.replace('"', '""') + '"'


def _area(sheet: Sheet, title: str) -> str:
    name = letter(sheet.layout.position(title))
    return f"{quoted(sheet.layout.name)}!{name}${FIRST_ROW}:{name}${sheet.last_row}"
