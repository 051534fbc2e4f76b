"""What a kind of rows is made of: columns, their types, and the rules between them."""

from dataclasses import dataclass
from enum import StrEnum


class Type(StrEnum):
    """How a text is read: `signed` amounts and quantities may be negative, the others may not."""

    TEXT = "text"
    AMOUNT = "amount"
    SIGNED_AMOUNT = "signed_amount"
    PRICE = "price"
    RATE = "rate"
    QUANTITY = "quantity"
    SIGNED_QUANTITY = "signed_quantity"
    INSTANT = "instant"
    DAY = "day"
    CURRENCY = "currency"
    COUNTRY = "country"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a kind. `internal` columns are for our own sources: a plain file may not have them."""

    name: str
    type: Type = Type.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of rows. `identity` is the source's own id; empty, only content and rank in the file tell.

    Of each pair in `one_of`, a row fills exactly one; of each in `at_most_one`, not both. A column of `positive` is not
    negative, except where the column named beside it has one of the values named.
    """

    name: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]
    one_of: tuple[tuple[str, str], ...] = ()
    at_most_one: tuple[tuple[str, str], ...] = ()
    positive: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    @property
    def plain_columns(self) -> tuple[Column, ...]:
        """The columns a plain file may have."""
        return tuple(column for column in self.columns if not column.internal)

    @property
    def required(self) -> tuple[str, ...]:
        """The columns without which nothing can be read."""
        return tuple(column.name for column in self.columns if column.required)

    @property
    def dated(self) -> Column:
        """The column that says when the row happened: its month is that one's local day."""
        return next(column for column in self.columns if column.required and column.type in {Type.INSTANT, Type.DAY})

    @property
    def names(self) -> tuple[str, ...]:
        """Every column, in order."""
        return tuple(column.name for column in self.columns)
