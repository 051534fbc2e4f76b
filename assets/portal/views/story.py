"""One return's story, from any of its numbers."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Response

from assets.portal import published
from assets.portal.gate import Visit, Visiting
from assets.portal.pages import page
from assets.portal.records import CaseBreak, CaseNote, CaseRefund, ReturnCase, Stray
from pipelines.warehouse import Warehouse

router = APIRouter()
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Story:
    """A return with its credit note, its money, its breaks, its decisions, and what was seen of its goods."""

    case: ReturnCase
    note: CaseNote | None
    paper: str
    refunds: list[CaseRefund]
    breaks: list[CaseBreak]
    decisions: list[tuple[Any, ...]]
    photos: list[str]


@router.get("/{shop}/retour")
def story(visit: Visiting, numero: str = "") -> Response:
    """The three legs side by side, the money that moved, what does not add up."""
    wanted = numero.strip().lstrip("#")[:LONGEST]
    with visit.opened_shelf() as shelf:
        cases = _cases(shelf, wanted) if wanted else []
        told = [_told(visit, shelf, case) for case in cases]
        strays = shelf.records(Stray, "shelf/story_strays", **spellings(wanted)) if wanted else []
        about = [(stray, _stray_breaks(shelf, stray)) for stray in strays]
    return page(visit, "story.html.j2", number=wanted, told=told, strays=about)


def spellings(number: str) -> dict[str, str]:
    """The ways a number may be spelt: as typed, in capitals, in small letters."""
    return {"exact": number, "upper": number.upper(), "lower": number.lower()}


def _cases(shelf: Warehouse, number: str) -> list[ReturnCase]:
    """The returns a number names; one copied with other capitals is looked for only when none is found."""
    found = shelf.records(ReturnCase, "shelf/story_cases", **spellings(number))
    if found:
        return found
    others = [other for (other,) in shelf.rows("shelf/story_spelt_otherwise", lower=number.lower())]
    return [case for other in others for case in shelf.records(ReturnCase, "shelf/story_cases", **spellings(other))]


def _told(visit: Visit, shelf: Warehouse, case: ReturnCase) -> Story:
    number = case.credit_note_number
    ids = {"credit_note_number": number, "order_id": case.order_id}
    notes = shelf.records(CaseNote, "shelf/story_note", credit_note_number=number) if number else []
    return Story(
        case,
        notes[0] if notes else None,
        _paper(visit, number, notes[0]) if number and notes else "",
        shelf.records(CaseRefund, "shelf/story_refunds", credit_note_number=number) if number else [],
        shelf.records(CaseBreak, "shelf/story_breaks", **ids),
        shelf.rows("shelf/story_decisions", **ids),
        visit.photos(case.order_id),
    )


def _paper(visit: Visit, number: str, note: CaseNote) -> str:
    """Where the credit note's PDF is downloaded; nothing when it was not published."""
    place = published.paper(visit.folder.published, f"{note.issued_on:%Y-%m}", number)
    return f"/{visit.name}/fichiers/{place}" if place else ""


def _stray_breaks(shelf: Warehouse, stray: Stray) -> list[CaseBreak]:
    ids = {"provider": stray.provider, "refund_id": stray.refund_id}
    return shelf.records(CaseBreak, "shelf/story_stray_breaks", **ids)
