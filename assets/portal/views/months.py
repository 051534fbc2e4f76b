"""Months: their state, their control totals, their files."""

from fastapi import APIRouter, Response

from assets.portal import published
from assets.portal.gate import Visiting
from assets.portal.pages import page

router = APIRouter()


@router.get("/{shop}/mois")
def months(visit: Visiting) -> Response:
    """Every published month."""
    months = published.months(visit.folder.published)
    return page(visit, "months.html.j2", months=months, states=published.states(visit.folder.published))


@router.get("/{shop}/mois/{name}")
def month(visit: Visiting, name: str) -> Response:
    """One month: control totals, files to download."""
    found = published.month(visit.folder.published, name)
    files = published.files(visit.folder.published, name)
    state = published.states(visit.folder.published).get(name, "open")
    return page(visit, "month.html.j2", month=found, files=files, state=state)
