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
    is_key = isinstance(node.this.unnest(), exp.ToMap) or (isinstance(place, exp.Literal) and place.is_string)
    key = self.sql(place) if is_key else _counted_from_one(self, place)
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
    pairs = f"COLLECT_LIST({_keyed(self, [key.this for key in node.this.expressions], node.this.this)})"
    return f"TRANSFORM(ARRAY_SORT({pairs}), pair -> pair.listed)"


def _sorted(self: SparkGenerator, node: exp.Expr) -> str:
    """A list in its own order; records by their fields."""
    records = node.this.copy()
    record = records.find(exp.Struct)
    if record is None:
        return f"ARRAY_SORT({self.sql(records)})"
    record.replace(exp.Var(this=_keyed(self, [field.expression for field in record.expressions], record)))
    return f"TRANSFORM(ARRAY_SORT({self.sql(records)}), pair -> pair.listed)"


def _keyed(self: SparkGenerator, keys: list[exp.Expr], listed: exp.Expr) -> str:
    """A value behind what it is sorted by, where nothing comes last as in DuckDB, not first."""
    said = ", ".join(f"{self.sql(key)} IS NULL, {self.sql(key)}" for key in keys)
    return f"STRUCT({said}, {self.sql(listed)} AS listed)"


def _whole_match(self: SparkGenerator, node: exp.Expr) -> str:
    """A text that is a pattern from end to end, which `^` and `$` do not say of one that ends a line."""
    pattern = exp.Literal.string(rf"\A(?:{node.expression.name})\z")
    return f"({self.sql(node, 'this')} RLIKE {self.sql(pattern)})"


def _map(self: SparkGenerator, node: exp.Expr) -> str:
    pairs = ", ".join(f"{self.sql(pair, 'this')}, {self.sql(pair, 'expression')}" for pair in node.this.expressions)
    return f"MAP({pairs})"


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
    "list_position": "NULLIF(ARRAY_POSITION({0}, {1}), 0)",
    "timezone": "CONVERT_TIMEZONE('UTC', {0}, CAST({1} AS TIMESTAMP_NTZ))",
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
        exp.ArraySort: _sorted,
        exp.Bracket: _element,
        exp.Chr: _character,
        exp.IgnoreNulls: _ignoring,
        exp.RegexpFullMatch: _whole_match,
        exp.ToMap: _map,
        exp.UnixToTime: _instant_of_microseconds,
    }
    TYPE_MAPPING: ClassVar[dict[exp.DType, str]] = {
        **SparkGenerator.TYPE_MAPPING,
        exp.DType.INT128: "DECIMAL(38, 0)",
        exp.DType.TIMESTAMP: "TIMESTAMP_NTZ",
        exp.DType.TIMESTAMPTZ: "TIMESTAMP_LTZ",
    }

    def cast_sql(self, expression: exp.Cast, safe_prefix: str | None = None) -> str:
        """A product as a whole number is rounded, half away from zero, where Spark would cut it off."""
        is_cut = isinstance(expression.this, exp.Mul) and expression.to.this in exp.DataType.INTEGER_TYPES
        if is_cut and expression.to.this is not exp.DType.INT128:
            return f"CAST(ROUND({self.sql(expression, 'this')}) AS {self.sql(expression, 'to')})"
        return super().cast_sql(expression, safe_prefix)

    def trycast_sql(self, expression: exp.TryCast) -> str:
        """An instant of hours and minutes is given seconds, without which Spark reads no offset."""
        text = self.sql(expression, "this")
        if expression.to.this is exp.DType.TIMESTAMPTZ:
            return rf"TRY_CAST(REGEXP_REPLACE({text}, r'([T ]\d\d:\d\d)(?!:)', '$1:00') AS TIMESTAMP_LTZ)"
        return str(super().trycast_sql(expression))


class Lettrage(Spark):
    """Spark, where what has no order is null last, a list counts from one, and nothing is a value."""

    Generator = Words
