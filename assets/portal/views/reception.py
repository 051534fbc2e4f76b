"""Reception: what arrives is typed in, on a telephone, order number first."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from assets.portal import words
from assets.portal.gate import Deciding, Genuine, Visiting
from assets.portal.pages import page
from assets.portal.reception import AnnouncedLine, ReceivedLine, drop, reception_file
from pipelines.domain.closed_lists import CONDITIONS, DISPOSITIONS, REASONS
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal

router = APIRouter()
MOST = 10_000


@router.get("/{shop}/reception")
def reception(visit: Visiting, commande: str = "") -> Response:
    """The articles of an order, to say what came back."""
    lines = announced_lines(visit, commande)
    lists = {"conditions": CONDITIONS, "dispositions": DISPOSITIONS, "reasons": REASONS}
    return page(visit, "reception.html.j2", order_id=commande.strip(), lines=lines, **lists)


@router.post("/{shop}/reception", dependencies=[Genuine])
async def received(visit: Deciding, request: Request, commande: str = "") -> Response:
    """Write what came back into the inbox; the next run reads it."""
    form = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    found = [_received(line, form) for line in announced_lines(visit, commande)]
    lines = [line for line in found if line.quantity]
    if not lines:
        raise Refusal(messages.NOTHING_CHOSEN)
    instant = visit.portal.clock.instant()
    name = f"reception-{instant.replace(':', '')}-{visit.session.csrf[:6]}.csv"
    drop(visit.folder.inbox, name, reception_file(lines, instant))
    visit.audit("received", order=lines[0].line.order_id, file=name)
    visit.session.notice = (words.ENGLISH if visit.language == "en" else words.FRENCH)["received"]
    return RedirectResponse(f"/{visit.name}/reception", status_code=303)


def announced_lines(visit: Visiting, order_id: str) -> list[AnnouncedLine]:
    """The articles of an order and the returns announced for them."""
    if not order_id.strip():
        return []
    with visit.opened_shelf() as shelf:
        return shelf.records(AnnouncedLine, "shelf/reception_lines", order_id=order_id.strip().lstrip("#")[:100])


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
