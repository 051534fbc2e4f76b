"""Which months' papers a run makes."""

from datetime import date

from pipelines.domain.shop.documents import Documents, Rendered

NOVEMBER = date(2026, 11, 23)


def test_the_running_month_and_the_one_before_by_default():
    rendered = [month for month in ("2026-09", "2026-10", "2026-11") if Documents().renders(month, NOVEMBER)]
    assert rendered == ["2026-10", "2026-11"]


def test_what_is_asked_goes_before_the_habit():
    assert Documents(Rendered.NONE).renders("2026-01", NOVEMBER, "2026-01")
    assert Documents().renders("2026-01", NOVEMBER, "all")
    assert not Documents().renders("2026-11", NOVEMBER, "none")
