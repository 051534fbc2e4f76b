"""The door: signing in and out, and where each person arrives."""

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from assets.portal.gate import COOKIE, Genuine, Here, SignedIn
from assets.portal.pages import bare_page, language_of
from assets.portal.people import recognised
from assets.portal.sessions import CLOSED_FOR
from pipelines.domain.messages import portal as messages
from pipelines.domain.messages import worded
from pipelines.domain.refusals import Refusal

router = APIRouter()


@router.get("/")
def arrival(session: SignedIn) -> Response:
    """One shop: its months. Several: the firm's overview."""
    shops = session.person.shops
    return RedirectResponse(f"/{shops[0]}/mois" if len(shops) == 1 else "/cabinet", status_code=303)


@router.get("/connexion")
def door(request: Request) -> Response:
    """The door."""
    return bare_page("door.html.j2", language_of(request), said=None, login="")


@router.post("/connexion")
def sign_in(
    request: Request, portal: Here, login: Annotated[str, Form()] = "", password: Annotated[str, Form()] = ""
) -> Response:
    """Let a person in, or say why not; five wrong tries close the door for a quarter of an hour."""
    machine = request.client.host if request.client else ""
    doors, now = (f"login:{login.casefold()}", f"machine:{machine}"), portal.clock.now()
    if portal.throttle.is_closed(doors, now):
        portal.audit(login[:200], "throttled", machine=machine)
        raise Refusal(messages.TOO_MANY_TRIES, minutes=int(CLOSED_FOR.total_seconds() // 60))
    person = recognised(portal.people, login, password)
    if person is None:
        portal.throttle.failed(doors, now)
        portal.audit(login[:200], "wrong_password", machine=machine)
        language = language_of(request)
        return bare_page("door.html.j2", language, 401, said=worded(messages.WRONG_PASSWORD, {}, language), login=login)
    portal.audit(login.casefold(), "signed_in", machine=machine)
    portal.sessions.close(request.cookies.get(COOKIE))
    response = RedirectResponse("/", status_code=303)
    token = portal.sessions.open(login.casefold(), person, now)
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict", secure=portal.is_encrypted)
    return response


@router.post("/deconnexion", dependencies=[Genuine])
def sign_out(request: Request, portal: Here, session: SignedIn) -> Response:
    """Let a person out."""
    portal.sessions.close(request.cookies.get(COOKIE))
    portal.audit(session.login, "signed_out")
    response = RedirectResponse("/connexion", status_code=303)
    response.delete_cookie(COOKIE)
    return response
