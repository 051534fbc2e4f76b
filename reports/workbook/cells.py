"""Cells as XML: typed, exact, and never executed, whatever text a file from outside brings."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
import re

from reports.workbook.layout import Cell, Column, Kind, Value

EPOCH = date(1899, 12, 30).toordinal()
LONGEST = 32_767
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "'")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
WORDS = {Kind.TEXT, Kind.WRAPPED, Kind.STATE, Kind.INPUT, Kind.LINK}
Fragments = Callable[[Sequence[Value], int], list[str]]
"""What writes cells one below the other, from a row on: everything of each after its address."""


def fragments_of(column: Column, styles: Mapping[str, int]) -> Fragments:
    """What writes the cells of a column."""
    plain = styles[column.kind]
    if column.formula:
        return _formulas(column, plain)
    if column.kind is Kind.DATE:
        return _dates(plain)
    if column.kind in WORDS:
        return _words(plain, styles.get(f"{column.kind} quoted", plain))
    return _numbers(plain)


def lone_cell(cell: Cell, styles: Mapping[str, int]) -> str:
    """A cell laid out by hand, after its address."""
    style = styles[cell.look]
    if cell.formula:
        return formula_cell(cell.formula, cell.value, style)
    if isinstance(cell.value, str):
        return text_cell(cell.value, style)
    return _numbers(style)([cell.value], 0)[0]


def text_cell(value: str, style: int) -> str:
    """A string cell after its address; a string is never a formula."""
    return (
        f' s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(value)}</t></is></c>'
        if value
        else _empty(style)
    )


def formula_cell(formula: str, value: Value, style: int) -> str:
    """A live formula after its address, with our own figure as the value already reckoned."""
    if isinstance(value, str):
        return f' s="{style}" t="str"><f>{escaped(formula)}</f><v>{escaped(value)}</v></c>'
    return f' s="{style}"><f>{escaped(formula)}</f><v>{number(value)}</v></c>'


def number(value: Value) -> str:
    """A number exactly as it stands; a day as the days since 1899-12-30."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return str(value.toordinal() - EPOCH)
    return "" if value is None else str(value)


@lru_cache(maxsize=65_536)
def escaped(text: str) -> str:
    """Text as XML bears it: forbidden characters by their code, at most what a cell holds."""
    shortened = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    coded = FORBIDDEN.sub(lambda found: f"_x{ord(found[0]):04X}_", LOOKS_ESCAPED.sub("_x005F_", shortened))
    return coded.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "_x000D_")


def _empty(style: int) -> str:
    return f' s="{style}"/>'


def _numbers(style: int) -> Fragments:
    empty, head = _empty(style), f' s="{style}"><v>'
    return lambda values, _first: [empty if value is None else f"{head}{number(value)}</v></c>" for value in values]


def _dates(style: int) -> Fragments:
    @lru_cache(maxsize=4096)
    def day(value: Value) -> str:
        return _empty(style) if value is None else f' s="{style}"><v>{number(value)}</v></c>'

    return lambda values, _first: list(map(day, values))


def _words(style: int, quoted: int) -> Fragments:
    @lru_cache(maxsize=65_536)
    def words(value: str) -> str:
        return text_cell(value, quoted if value.startswith(DANGEROUS) else style)

    return lambda values, _first: [words(value if value.__class__ is str else str(value or "")) for value in values]


def _formulas(column: Column, style: int) -> Fragments:
    is_text = column.kind in WORDS

    def formula(value: Value, row: int) -> str:
        cached = str(value or "") if is_text else value
        return formula_cell(column.formula.replace("#", str(row)).replace("§", str(row - 1)), cached, style)

    return lambda values, first: [formula(value, row) for row, value in enumerate(values, first)]
