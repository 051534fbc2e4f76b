"""The accounting firm's overview: the shops listed for a person, month by month."""

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from assets.portal import published
from assets.portal.gate import Here, SignedIn
from assets.portal.pages import bare_page, language_of
from pipelines.domain.shop import read_shop

router = APIRouter()
SHOWN = 6


@dataclass(frozen=True, slots=True)
class FirmShop:
    """One shop of the overview, its last months with their state."""

    name: str
    title: str
    months: tuple[tuple[published.Month, str], ...]


@router.get("/cabinet")
def firm(request: Request, portal: Here, session: SignedIn) -> Response:
    """Every shop the person may see."""
    shops = [_shop(portal, name) for name in portal.shops if session.person.may_see(name)]
    return bare_page("firm.html.j2", language_of(request), firm=shops, person=session.person, token=session.csrf)


def _shop(portal: Here, name: str) -> FirmShop:
    folder = portal.shops[name]
    states = published.states(folder.published)
    months = published.months(folder.published)[:SHOWN]
    title = read_shop(folder.root).identity.name
    return FirmShop(name, title, tuple((month, states.get(month.name, "open")) for month in months))
