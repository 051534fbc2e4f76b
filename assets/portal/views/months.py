"""Months: their state, their control totals, their files."""

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from assets.closing import close_month
from assets.portal import published
from assets.portal.gate import Closing, Genuine, Visiting
from assets.portal.pages import page
from assets.portal.words import words_in

router = APIRouter()


@router.get("/{shop}/mois")
def months(visit: Visiting) -> Response:
    """Every published month."""
    months = published.months(visit.folder.published)
    return page(
        visit, "months.html.j2", months=months, states=published.states(visit.portal.shelves, visit.folder.published)
    )


@router.get("/{shop}/mois/{name}")
def month(visit: Visiting, name: str) -> Response:
    """One month: control totals, files to download."""
    found = published.month(visit.folder.published, name)
    files = published.files(visit.folder.published, name)
    state = published.states(visit.portal.shelves, visit.folder.published).get(name, "open")
    return page(visit, "month.html.j2", month=found, files=files, state=state)


@router.post("/{shop}/mois/{name}/cloture", dependencies=[Genuine])
def close(visit: Closing, name: str) -> Response:
    """Take the month as far as this person may: prepared, then sealed by another where four eyes are asked for."""
    published.month(visit.folder.published, name)
    period = close_month(visit.folder.root, name, visit.person.name)
    visit.audit("closed", month=name, state=period.state)
    visit.session.notice = f"{name} : {words_in(visit.language)[period.state]}"
    return RedirectResponse(f"/{visit.name}/mois/{name}", status_code=303)
