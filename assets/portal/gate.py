"""The portal's state, and the dependencies that let a request through or turn it away."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from hmac import compare_digest
import logging
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Form, Request
from filelock import FileLock

from assets.clock import Clock
from assets.portal.people import NAME, read_people
from assets.portal.sessions import Session, Sessions, Throttle
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import portal as messages
from pipelines.domain.people import Person, Role
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop, read_shop
from pipelines.steps.register import append_register
from pipelines.warehouse import Warehouse
from pipelines.warehouse.shelf import open_shelf

COOKIE = "lettrage"
AUDIT = "audit"
MONTHS, DASHBOARD, QUEUES = ("mois", "months"), ("tableau-de-bord", "dashboard"), ("ecarts", "queues")
OWED, STOCK, STORY = ("dus", "owed"), ("stock", "stock"), ("retour", "story")
RECEPTION, NIGHT = ("reception", "reception"), ("nuit", "night")
MENUS = {
    Role.READER: (MONTHS, DASHBOARD, QUEUES, OWED, STOCK, STORY, NIGHT),
    Role.ACCOUNTANT: (MONTHS, QUEUES, OWED, DASHBOARD, STOCK, STORY, NIGHT),
    Role.MERCHANT: (DASHBOARD, OWED, RECEPTION, STOCK, QUEUES, MONTHS, STORY, NIGHT),
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
    is_encrypted: bool = False

    @property
    def people(self) -> dict[str, Person]:
        """Read afresh: who is removed from the file is out at once."""
        return read_people(self.root / NAME)

    def audit(self, login: str, action: str, **facts: str) -> None:
        """One line of the portal's own register: who did, or tried, what."""
        log.info("%s %s", action, facts)
        folder = self.root / "register"
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".audit.lock"):
            append_register(folder, AUDIT, self.clock.instant(), login, [(action, facts)])


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

    def opened_shelf(self) -> AbstractContextManager[Warehouse]:
        """The shop's published tables, one edition for the whole page."""
        return open_shelf(self.folder.published / "tables")

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
