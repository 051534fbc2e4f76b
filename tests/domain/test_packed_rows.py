"""Rows packed and unpacked are the same rows, to the type; equal rows are equal bytes."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st
import pytest

from pipelines.domain.packed_rows import packed, unpacked


class Line(NamedTuple):
    name: str | None
    amount: Decimal | None
    day: date | None
    count: int | None
    parts: object


LINES = st.builds(
    Line,
    st.none() | st.text(),
    st.none() | st.decimals(allow_nan=False, places=2) | st.just(Decimal("0E-6")),
    st.none() | st.dates(),
    st.none() | st.integers(),
    st.none() | st.lists(st.fixed_dictionaries({"number": st.text(), "issued_on": st.dates()}), max_size=2),
)


@given(st.lists(LINES, max_size=5))
def test_rows_come_back_as_they_were(lines):
    found = unpacked(Line, packed(lines))
    assert found == lines
    assert [list(map(repr, line)) for line in found] == [list(map(repr, line)) for line in lines]


@given(st.lists(LINES, max_size=5))
def test_equal_rows_are_equal_bytes_whichever_objects_they_are_made_of(lines):
    twins = [Line(*(unpacked(Line, packed([line]))[0])) for line in lines]
    assert packed(twins) == packed(lines)


def test_a_column_of_several_types_keeps_them():
    rows = [Line("a", None, None, 1, Decimal("1.50")), Line("b", None, None, 1, "1.50")]
    assert unpacked(Line, packed(rows)) == rows


def test_what_it_does_not_know_is_refused():
    with pytest.raises(ValueError, match="unmarshallable"):
        packed([(object(),)])
