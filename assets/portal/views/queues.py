"""The three queues: what does not add up, the most at stake first, and what a person decides about it."""

from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from assets.portal.deciding import PLACE, decided
from assets.portal.gate import Deciding, Genuine, Visit, Visiting
from assets.portal.pages import first_row, page
from assets.portal.records import QueueCount, QueueItem, Said
from assets.portal.waiting import about, decisions_after
from assets.portal.words import words_in
from pipelines.domain.decided_rows import DecidedRow, Verdict
from pipelines.domain.decision_sheet import BREAK_WORDS
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry
from pipelines.warehouse import Warehouse

router = APIRouter()
LENGTH = 50


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a queue: the break, what was said of it, and what was said since the edition shown."""

    item: QueueItem
    history: list[Said]
    waiting: list[Entry]


@router.get("/{shop}/ecarts")
def queues(visit: Visiting, file: str = "all", genre: str = "", texte: str = "", suite: int = 0) -> Response:
    """Open breaks, filtered by queue, kind and text."""
    filters = {"queue": file, "kind": genre, "text": texte.strip()[:100]}
    offset = first_row(suite)
    with visit.opened_shelf("queue") as shelf:
        items = shelf.records(QueueItem, "shelf/queue", **filters, offset=offset, length=LENGTH)
        ((count,),) = shelf.rows("shelf/queue_found", **filters)
        counts = shelf.records(QueueCount, "shelf/queue_counts")
        lines = _lines(visit, shelf, items)
    facts = {"counts": counts, "filters": filters, "choices": BREAK_WORDS, "offset": offset, "length": LENGTH}
    return page(visit, "queues.html.j2", lines=lines, count=count, **facts)


def _lines(visit: Visit, shelf: Warehouse, items: list[QueueItem]) -> list[Line]:
    history: dict[str, list[Said]] = defaultdict(list)
    for said in shelf.records(Said, "shelf/queue_history", keys=[item.break_id for item in items]):
        history[said.break_id].append(said)
    ((last,),) = shelf.rows("shelf/last_decision")
    entries = decisions_after(visit.folder.register, last)
    return [Line(item, history[item.break_id], about(entries, asdict(item))) for item in items]


@router.post("/{shop}/ecarts", dependencies=[Genuine])
def decide(
    visit: Deciding,
    item: Annotated[list[str] | None, Form()] = None,
    decision: Annotated[str, Form()] = "",
    precision: Annotated[str, Form(max_length=200)] = "",
    comment: Annotated[str, Form(max_length=1000)] = "",
    owner: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """One decision about every line ticked."""
    if not item:
        raise Refusal(messages.NOTHING_CHOSEN)
    said = DecidedRow(PLACE, 0, "", "", decision, precision.strip(), comment.strip(), owner.strip())
    verdicts = decided(visit, item[:LENGTH], said)
    visit.audit("decided", decision=decision, count=str(sum(bool(verdict.recorded) for verdict in verdicts)))
    visit.session.notice = _notice(visit, verdicts)
    return RedirectResponse(f"/{visit.name}/ecarts", status_code=303)


def _notice(visit: Visit, verdicts: list[Verdict]) -> str:
    """How many were recorded, and why the others were not."""
    recorded = sum(bool(verdict.recorded) for verdict in verdicts)
    refusals = {verdict.refusal.sentence(visit.language) for verdict in verdicts if verdict.refusal}
    return " ".join([words_in(visit.language)["decided"].format(count=recorded), *sorted(refusals)])
