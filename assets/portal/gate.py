"""The portal's state, and the dependencies that let a request through or turn it away."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from hmac import compare_digest
import logging
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Form, Request

from assets.clock import Clock
from assets.portal.audit import append_audit
from assets.portal.people import NAME, read_people
from assets.portal.photos import photos_of
from assets.portal.sessions import Session, Sessions, Throttle
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import portal as messages
from pipelines.domain.people import Person, Role
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop, read_shop
from pipelines.warehouse import Warehouse
from pipelines.warehouse.shelf import OpenShelves

COOKIE = "lettrage"
MONTHS, DASHBOARD, QUEUES = ("mois", "months"), ("tableau-de-bord", "dashboard"), ("ecarts", "queues")
OWED, STOCK, STORY = ("dus", "owed"), ("stock", "stock"), ("retour", "story")
RECEPTION, NIGHT, COVERAGE = ("reception", "reception"), ("nuit", "night"), ("couverture", "coverage")
MENUS = {
    Role.READER: (MONTHS, DASHBOARD, QUEUES, OWED, STOCK, STORY, NIGHT, COVERAGE),
    Role.ACCOUNTANT: (MONTHS, QUEUES, OWED, DASHBOARD, STOCK, STORY, NIGHT, COVERAGE),
    Role.MERCHANT: (DASHBOARD, OWED, RECEPTION, STOCK, QUEUES, MONTHS, STORY, NIGHT, COVERAGE),
}
log = logging.getLogger("lettrage.portal")


@dataclass(frozen=True, slots=True)
class Portal:
    """What stands behind every page: the shops by name, the people, the sessions, the clock."""

    root: Path
    shops: dict[str, ShopFolder]
    clock: Clock = field(default_factory=Clock)
    sessions: Sessions = field(default_factory=Sessions)
    throttle: Throttle = field(default_factory=Throttle)
    shelves: OpenShelves = field(default_factory=OpenShelves)
    is_encrypted: bool = False

    @property
    def people(self) -> dict[str, Person]:
        """Read afresh: who is removed from the file is out at once."""
        return read_people(self.root / NAME)

    def audit(self, login: str, action: str, **facts: str) -> None:
        """One line of the portal's own register: who did, or tried, what."""
        log.info("%s %s", action, facts)
        append_audit(self.root / "register", self.clock.instant(), login, action, facts)


@dataclass(frozen=True, slots=True)
class Visit:
    """One signed-in request in one shop."""

    portal: Portal
    session: Session
    name: str
    folder: ShopFolder
    shop: Shop

    @property
    def person(self) -> Person:
        """Who asks."""
        return self.session.person

    @property
    def language(self) -> str:
        """The shop's language."""
        return self.shop.identity.language

    @property
    def menu(self) -> tuple[tuple[str, str], ...]:
        """The pages of this person, as (address, word): what they come for first, first."""
        return MENUS[self.person.role]

    def opened_shelf(self, *prepared: str) -> AbstractContextManager[Warehouse]:
        """The shop's published tables, one edition for the whole page, with tables prepared for it."""
        return self.portal.shelves.open(self.folder.published / "tables", prepared)

    def photos(self, order_id: str | None) -> list[str]:
        """The names of the photos taken of an order's return."""
        return photos_of(self.folder, order_id)

    def audit(self, action: str, **facts: str) -> None:
        """One line of the audit, with the shop it is about."""
        self.portal.audit(self.session.login, action, shop=self.name, **facts)


class SignedOut(Exception):  # noqa: N818 (a state, told as a redirection)
    """Nobody is signed in: the way leads to the door."""


def portal_of(request: Request) -> Portal:
    """The portal a request came to."""
    portal: Portal = request.app.state.portal
    return portal


Here = Annotated[Portal, Depends(portal_of)]


def signed_in(request: Request, portal: Here) -> Session:
    """The session of the request; its person must still stand in the file, as they were."""
    session = portal.sessions.find(request.cookies.get(COOKIE), portal.clock.now())
    if session is None or portal.people.get(session.login) != session.person:
        portal.sessions.close(request.cookies.get(COOKIE))
        raise SignedOut
    return session


SignedIn = Annotated[Session, Depends(signed_in)]


def visit(shop: str, portal: Here, session: SignedIn) -> Visit:
    """A visit of a shop listed for the person; any other shop does not exist."""
    if shop not in portal.shops or not session.person.may_see(shop):
        portal.audit(session.login, "refused", shop=shop)
        raise Refusal(messages.NOT_FOUND)
    folder = portal.shops[shop]
    return Visit(portal, session, shop, folder, read_shop(folder.root))


Visiting = Annotated[Visit, Depends(visit)]


def genuine(portal: Here, session: SignedIn, csrf: Annotated[str, Form()] = "") -> None:
    """The form was sent from a page we made for this session."""
    if not compare_digest(csrf.encode(), session.csrf.encode()):
        portal.audit(session.login, "forged")
        raise Refusal(messages.FORGED)


def deciding(found: Visiting) -> Visit:
    """A visit by someone who may clear the queues."""
    return _allowed(found, allowed=found.person.may_decide)


def closing(found: Visiting) -> Visit:
    """A visit by someone who may close months."""
    return _allowed(found, allowed=found.person.may_close)


def _allowed(found: Visit, *, allowed: bool) -> Visit:
    if not allowed:
        found.audit("not_allowed")
        raise Refusal(messages.NOT_ALLOWED)
    return found


Deciding = Annotated[Visit, Depends(deciding)]
Closing = Annotated[Visit, Depends(closing)]
Genuine = Depends(genuine)
