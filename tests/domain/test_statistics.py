"""Rates are honest about small numbers."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from pipelines.domain.months import first_day, last_day, months_before
from pipelines.domain.statistics import median, rate


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_within_its_bounds(first, second):
    found = rate(min(first, second), max(first, second))
    assert 0 <= found.low <= found.share <= found.high <= 1


@pytest.mark.parametrize(
    ("count", "total", "low", "high"), [(0, 10, "0", "0.2775"), (5, 10, "0.2366", "0.7634"), (1, 1, "0.2065", "1")]
)
def test_the_interval_is_wilsons(count, total, low, high):
    assert (str(rate(count, total).low.normalize()), str(rate(count, total).high.normalize())) == (low, high)


def test_few_cases_are_not_solid():
    assert not rate(3, 19).is_solid
    assert rate(3, 20).is_solid


def test_the_median_is_a_value_that_was_seen():
    assert median([9, 1, 4, 2]) == 2
    assert median([]) is None


def test_months_know_their_days():
    assert (str(first_day("2028-02")), str(last_day("2028-02"))) == ("2028-02-01", "2028-02-29")
    assert (months_before("2026-01", 1), months_before("2026-10", 12)) == ("2025-12", "2025-10")
