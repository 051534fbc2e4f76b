"""Builds the portal: routes, refusals as pages, and the headers no answer leaves without."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from assets.portal.gate import Portal, SignedOut
from assets.portal.pages import refusal_page
from assets.portal.views import VIEWS
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal

STATIC = Path(__file__).parent / "static"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
}
STATUS = {
    messages.NOT_FOUND: 404,
    messages.NOT_ALLOWED: 403,
    messages.FORGED: 403,
    messages.WRONG_PASSWORD: 401,
    messages.TOO_MANY_TRIES: 429,
    messages.TOO_MUCH: 413,
    messages.PHOTO_TOO_HEAVY: 413,
}
LIGHT, HEAVY = 256 * 1024, 80 * 1024 * 1024
"""The most bytes a form may weigh, and one with photos."""


def application(portal: Portal) -> FastAPI:
    """The portal over some shops."""
    app = FastAPI(title="Lettrage", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.portal = portal
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in VIEWS:
        app.include_router(router)
    app.add_exception_handler(SignedOut, _to_the_door)
    app.add_exception_handler(Refusal, _refused)
    app.add_exception_handler(HTTPException, _missing)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.middleware("http")(_with_headers)
    return app


async def _with_headers(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Give every answer the headers, unless a view set a stricter or narrower one itself."""
    response = _refused(request, Refusal(messages.TOO_MUCH)) if _is_too_much(request) else await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _is_too_much(request: Request) -> bool:
    """A body heavier than its page takes, or of unknown weight; it is not read."""
    if request.method in {"GET", "HEAD"}:
        return False
    weight = request.headers.get("content-length", "")
    most = HEAVY if request.url.path.endswith("/reception") else LIGHT
    return not weight.isdigit() or int(weight) > most


def _to_the_door(_request: Request, _error: Exception) -> Response:
    return RedirectResponse("/connexion", status_code=303)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return refusal_page(request, error, STATUS.get(error.message, 422))


def _missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return refusal_page(request, Refusal(messages.NOT_FOUND), error.status_code)


def _unreadable(request: Request, _error: Exception) -> Response:
    return refusal_page(request, Refusal(messages.UNREADABLE_FORM), 422)
