"""The shape of a sheet: its columns, what each holds, and the rows that fill it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from pipelines.domain.decision_sheet import HEADER_ROW

Value = str | int | Decimal | date | None
FIRST_ROW = HEADER_ROW + 1
TOTAL_ROW = HEADER_ROW - 1


class Kind(StrEnum):
    """What a column holds, hence how it is typed, aligned and formatted."""

    TEXT = "text"
    WRAPPED = "wrapped"
    STATE = "state"
    DATE = "date"
    MONEY = "money"
    SIDE = "side"
    COST = "cost"
    QUANTITY = "quantity"
    INTEGER = "integer"
    RATE = "rate"
    LINK = "link"
    INPUT = "input"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `formula` is live, # its row and § the row above; `choices` is the list a person picks from."""

    title: str
    kind: Kind = Kind.TEXT
    width: int = 14
    is_totalled: bool = False
    is_hidden: bool = False
    formula: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet without its rows. `grain` says what one row is; a sheet without a table is laid out by hand."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    table: str = ""
    frozen_columns: int = 1
    is_portrait: bool = False
    is_hidden: bool = False
    printed_columns: int = 0

    def position(self, title: str) -> int:
        """Where a column stands, counted from zero."""
        return next(index for index, column in enumerate(self.columns) if column.title == title)

    @property
    def last_printed(self) -> int:
        """The position of the last column on paper."""
        return (self.printed_columns or len(self.columns)) - 1

    @property
    def frame(self) -> "Layout":
        """The same without formulas, which name other sheets' last rows: what months and shops have in common."""
        return replace(self, columns=tuple(replace(column, formula="") for column in self.columns))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell laid out by hand, in a look of its own."""

    value: Value = None
    look: str = "label"
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows, each with one value per column; of a formula, the value is our own figure.

    A sheet laid out by hand has `lines` of cells instead, one per column, the first on the first row.
    """

    layout: Layout
    rows: Sequence[Sequence[Value]] = ()
    note: str = ""
    lines: Sequence[Sequence[Cell]] = ()

    @property
    def last_row(self) -> int:
        """The last row of the table: a table without rows keeps one empty line."""
        if self.lines:
            return len(self.lines)
        return FIRST_ROW + max(len(self.rows), 1) - 1


def letter(index: int) -> str:
    """The letter of a column, counted from zero."""
    first, second = divmod(index, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def quoted(name: str) -> str:
    """A sheet's name as a formula writes it."""
    return "'" + name.replace("'", "''") + "'"
