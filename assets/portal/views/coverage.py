"""The coverage calendar: for each source and day of a month, how many rows were told, and which days are missing."""

from datetime import timedelta

from fastapi import APIRouter, Response

from assets.portal import published
from assets.portal.coverage import sources
from assets.portal.gate import Visiting
from assets.portal.pages import page
from pipelines.domain.messages import portal as messages
from pipelines.domain.months import first_day, last_day, month_of, months_from
from pipelines.domain.refusals import Refusal

router = APIRouter()


@router.get("/{shop}/couverture")
def coverage(visit: Visiting, mois: str = "") -> Response:
    """One month of it, the latest told unless another is asked for."""
    if mois and not published.MONTH.fullmatch(mois):
        raise Refusal(messages.NOT_FOUND)
    with visit.opened_shelf() as shelf:
        spans = shelf.rows("shelf/coverage_spans")
        month = mois or month_of(max((row[3] for row in spans), default=visit.portal.clock.today()))
        found = sources(shelf, visit.language, month)
    months = sorted({name for row in spans for name in months_from(row[2], row[3])}, reverse=True)
    days = [first_day(month) + timedelta(number) for number in range(last_day(month).day)]
    return page(visit, "coverage.html.j2", sources=found, days=days, month=month, months=months)
