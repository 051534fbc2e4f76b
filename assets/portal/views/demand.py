"""The « demande de pièces »: what a shop must still hand over, as a letter ready to send."""

from urllib.parse import quote

from fastapi import APIRouter, Response

from assets.portal import published
from assets.portal.demand import demand_of
from assets.portal.gate import Visiting
from assets.portal.pages import page, text
from pipelines.domain.months import month_of

router = APIRouter()
LONGEST_LINK = 1800


@router.get("/{shop}/pieces")
def demand(visit: Visiting, mois: str = "") -> Response:
    """The letter for a month, the latest published unless another is named."""
    names = [month.name for month in published.months(visit.folder.published)]
    today = visit.portal.clock.today()
    month = mois if mois in names else next(iter(names), month_of(today))
    with visit.opened_shelf() as shelf:
        found = demand_of(shelf, visit.language, month, today)
    facts = {"month": month, "demand": found, "visit": visit}
    subject = text("demand_subject.txt.j2", visit.language, **facts).strip()
    letter = text("demand.txt.j2", visit.language, **facts)
    address = visit.shop.identity.email
    link = f"mailto:{quote(address)}?subject={quote(subject)}&body={quote(letter)}"
    shown = {
        "subject": subject,
        "letter": letter,
        "link": link if len(link) <= LONGEST_LINK else f"mailto:{quote(address)}",
    }
    return page(visit, "demand.html.j2", months=names, month=month, demand=found, **shown)
