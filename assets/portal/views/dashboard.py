"""The merchant's dashboard, framed apart from the portal."""

from fastapi import APIRouter, Response

from assets.portal import published
from assets.portal.gate import Visiting
from assets.portal.pages import page

router = APIRouter()


@router.get("/{shop}/tableau-de-bord")
def dashboard(visit: Visiting, mois: str = "") -> Response:
    """The dashboard of a month, the latest unless another is named."""
    months = published.months(visit.folder.published)
    chosen = next((month for month in months if month.name == mois), months[0] if months else None)
    return page(visit, "dashboard.html.j2", months=months, month=chosen)
