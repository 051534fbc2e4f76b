"""What Spark says otherwise than sqlglot's own translation, so that an answer is DuckDB's to the last row."""

from collections.abc import Callable
from typing import ClassVar

from sqlglot import exp
from sqlglot.dialects.spark import Spark
from sqlglot.generators.spark import SparkGenerator


def _of_largest(self: SparkGenerator, node: exp.Expr) -> str:
    """The value where another is largest or smallest, rows without the value left out, as DuckDB leaves them out."""
    name = "MAX_BY" if isinstance(node, exp.ArgMax) else "MIN_BY"
    value, key = self.sql(node, "this"), self.sql(node, "expression")
    return f"{name}({value}, CASE WHEN {value} IS NOT NULL THEN {key} END)"


def _element(self: SparkGenerator, node: exp.Expr) -> str:
    """An element of a list or map, nothing where there is none; some characters of a text."""
    (place,) = node.expressions
    if isinstance(place, exp.Slice):
        return _characters(self, node, place)
    is_key = isinstance(place, exp.Literal) and place.is_string
    key = self.sql(place) if is_key or node.args.get("is_map") else _counted_from_one(self, place)
    return f"TRY_ELEMENT_AT({self.sql(node, 'this')}, {key})"


def _counted_from_one(self: SparkGenerator, place: exp.Expr) -> str:
    """A place in a list as DuckDB counts it, which sqlglot has read as counted from nought."""
    number = place.this if isinstance(place, exp.Neg) else place
    if isinstance(number, exp.Literal):
        return str(int(place.sql()) + 1)
    return f"CAST({self.sql(place)} AS INT)"


def _characters(self: SparkGenerator, node: exp.Expr, place: exp.Slice) -> str:
    first, last = int(place.this.sql()), int(place.expression.sql())
    return f"SUBSTRING({self.sql(node, 'this')}, {first}, {last - first + 1})"


def _character(self: SparkGenerator, node: exp.Expr) -> str:
    """A character by its number: Spark's own knows the first 256 only."""
    return self.sql(exp.Literal.string(chr(int(node.expressions[0].name))))


def _in_order(self: SparkGenerator, node: exp.Expr) -> str:
    """A list of values in the order of others."""
    if not isinstance(node.this, exp.Order):
        return f"COLLECT_LIST({self.sql(node, 'this')})"
    keys = ", ".join(self.sql(key, "this") for key in node.this.expressions)
    pairs = f"COLLECT_LIST(STRUCT({keys}, {self.sql(node.this, 'this')} AS listed))"
    return f"TRANSFORM(ARRAY_SORT({pairs}), pair -> pair.listed)"


def _whole_match(self: SparkGenerator, node: exp.Expr) -> str:
    pattern = exp.Literal.string(f"^(?:{node.expression.name})$")
    return f"({self.sql(node, 'this')} RLIKE {self.sql(pattern)})"


def _instant_of_microseconds(self: SparkGenerator, node: exp.Expr) -> str:
    return f"CAST(TIMESTAMP_MICROS({self.sql(node, 'this')}) AS TIMESTAMP_NTZ)"


def _first_known(self: SparkGenerator, node: exp.Expr) -> str:
    """Any value that is one."""
    return f"ANY_VALUE({self.sql(node.this, 'this')}, TRUE)"


def _ignoring(self: SparkGenerator, node: exp.Expr) -> str:
    return _first_known(self, node) if isinstance(node.this, exp.AnyValue) else f"{self.sql(node, 'this')} IGNORE NULLS"


def _anonymous(self: SparkGenerator, node: exp.Expr) -> str:
    """Functions that sqlglot has no words for."""
    values = [self.sql(value) for value in node.expressions]
    said = FUNCTIONS.get(node.name.lower())
    return said.format(*values) if said else str(self.func(node.name, *node.expressions))


FUNCTIONS = {
    "epoch_us": "UNIX_MICROS(CAST({0} AS TIMESTAMP_LTZ))",
    "to_months": "MAKE_YM_INTERVAL(0, {0})",
    "list_slice": "SLICE({0}, {1}, CAST({2} - {1} + 1 AS INT))",
    "list_reduce": "AGGREGATE({0}, {2}, {1})",
}


class Words(SparkGenerator):
    """What is said otherwise."""

    TRANSFORMS: ClassVar[dict[type[exp.Expr], Callable[..., str]]] = {
        **SparkGenerator.TRANSFORMS,
        exp.Anonymous: _anonymous,
        exp.ArgMax: _of_largest,
        exp.ArgMin: _of_largest,
        exp.ArrayAgg: _in_order,
        exp.Bracket: _element,
        exp.Chr: _character,
        exp.IgnoreNulls: _ignoring,
        exp.RegexpFullMatch: _whole_match,
        exp.UnixToTime: _instant_of_microseconds,
    }
    TYPE_MAPPING: ClassVar[dict[exp.DType, str]] = {
        **SparkGenerator.TYPE_MAPPING,
        exp.DType.INT128: "DECIMAL(38, 0)",
        exp.DType.TIMESTAMP: "TIMESTAMP_NTZ",
    }

    def cast_sql(self, expression: exp.Cast, safe_prefix: str | None = None) -> str:
        """A product as a whole number is rounded, half away from zero, where Spark would cut it off."""
        is_cut = isinstance(expression.this, exp.Mul) and expression.to.this in exp.DataType.INTEGER_TYPES
        if is_cut and expression.to.this is not exp.DType.INT128:
            return f"CAST(ROUND({self.sql(expression, 'this')}) AS {self.sql(expression, 'to')})"
        return super().cast_sql(expression, safe_prefix)


class Lettrage(Spark):
    """Spark, where what has no order is null last, a list counts from one, and nothing is a value."""

    Generator = Words
