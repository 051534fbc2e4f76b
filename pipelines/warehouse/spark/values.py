"""Python's values as Spark writes them."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from sqlglot import exp


def literal(value: object) -> exp.Expr:
    """A parameter's value, of the type DuckDB would bind it with."""
    match value:
        case None | bool() | str() | int():
            return exp.convert(value)
        case Decimal():
            return exp.cast(exp.Literal.string(format(value, "f")), _decimal(value))
        case datetime():
            return exp.cast(exp.Literal.string(value.isoformat(sep=" ")), "timestamp")
        case date():
            return exp.cast(exp.Literal.string(value.isoformat()), "date")
        case Mapping():
            return exp.Struct(
                expressions=[
                    exp.PropertyEQ(this=exp.to_identifier(name), expression=literal(one)) for name, one in value.items()
                ]
            )
        case list() | tuple():
            return exp.Array(expressions=[literal(one) for one in value])
    raise TypeError(type(value))


def _decimal(value: Decimal) -> str:
    _, digits, exponent = value.as_tuple()
    scale = max(-int(exponent), 0)
    return f"decimal({max(len(digits) + max(int(exponent), 0), scale + 1)}, {scale})"
