"""Reception: what arrives is typed in, on a telephone, order number first."""

from hashlib import sha256

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from assets.portal.gate import Deciding, Genuine, Visit, Visiting
from assets.portal.pages import page
from assets.portal.photos import MOST as MOST_PHOTOS
from assets.portal.photos import drawn_anew, keep_photo, photo_path
from assets.portal.reception import AnnouncedLine, ReceivedLine, drop, reception_file
from assets.portal.views.story import spellings
from assets.portal.words import words_in
from pipelines.domain.closed_lists import CONDITIONS, DISPOSITIONS, REASONS
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal
from reports.credit_note.sentences import reason_words

router = APIRouter()
MOST = 10_000


@router.get("/{shop}/reception")
def reception(visit: Visiting, commande: str = "") -> Response:
    """The articles of an order, to say what came back."""
    lines = announced_lines(visit, commande)
    reasons = {code: reason_words(code, visit.shop.reasons[code].words, visit.language) for code in REASONS}
    lists = {"conditions": CONDITIONS, "dispositions": DISPOSITIONS, "reasons": reasons}
    return page(visit, "reception.html.j2", order_id=commande.strip(), lines=lines, **lists)


@router.post("/{shop}/reception", dependencies=[Genuine])
async def received(visit: Deciding, request: Request, commande: str = "") -> Response:
    """Write what came back into the inbox; the next run reads it."""
    sent = await request.form()
    form = {name: value for name, value in sent.items() if isinstance(value, str)}
    photos = [await part.read() for part in sent.getlist("photo") if isinstance(part, UploadFile) and part.size]
    await run_in_threadpool(_kept, visit, commande, form, photos)
    visit.session.notice = words_in(visit.language)["received"]
    return RedirectResponse(f"/{visit.name}/reception", status_code=303)


@router.get("/{shop}/photo")
def photo(visit: Visiting, commande: str = "", nom: str = "") -> Response:
    """One photo of an order."""
    path = photo_path(visit.folder, commande, nom)
    visit.audit("downloaded", order=commande, file=nom)
    return FileResponse(path, media_type="image/jpeg")


def _kept(visit: Visit, order_id: str, form: dict[str, str], photos: list[bytes]) -> None:
    """Put the photos beside the order, then the file in the inbox: a photo refused leaves nothing behind."""
    found = [_received(line, form) for line in announced_lines(visit, order_id)]
    lines = [line for line in found if line.quantity]
    if not lines:
        raise Refusal(messages.NOTHING_CHOSEN)
    if len(photos) > MOST_PHOTOS:
        raise Refusal(messages.TOO_MANY_PHOTOS, most=MOST_PHOTOS)
    drawn = [drawn_anew(content) for content in photos]
    instant, order = visit.portal.clock.instant(), lines[0].line.order_id
    name = f"reception-{instant.replace(':', '')}-{visit.session.csrf[:6]}.csv"
    for picture in drawn:
        keep_photo(visit.folder, order, instant, picture)
    drop(visit.folder.inbox, name, reception_file(lines, instant))
    visit.audit("received", order=order, file=name, photos=" ".join(sha256(picture).hexdigest() for picture in drawn))


def announced_lines(visit: Visiting, order_id: str) -> list[AnnouncedLine]:
    """The articles of an order and the returns announced for them."""
    if not order_id.strip():
        return []
    with visit.opened_shelf() as shelf:
        return shelf.records(AnnouncedLine, "shelf/reception_lines", **spellings(order_id.strip().lstrip("#")[:100]))


def _among(typed: str, choices: tuple[str, ...]) -> str:
    return typed if typed in choices else ""


def _received(line: AnnouncedLine, form: dict[str, str]) -> ReceivedLine:
    typed = form.get(f"quantity:{line.line_id}", "0")
    quantity = int(typed) if typed.isascii() and typed.isdigit() else 0
    return ReceivedLine(
        line,
        min(quantity, int(line.quantity), MOST),
        _among(form.get(f"reason:{line.line_id}", ""), REASONS),
        _among(form.get(f"condition:{line.line_id}", ""), CONDITIONS),
        _among(form.get(f"disposition:{line.line_id}", ""), DISPOSITIONS),
    )
