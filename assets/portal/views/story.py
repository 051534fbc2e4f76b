"""One return's story, from any of its numbers."""

from fastapi import APIRouter, Response

from assets.portal.gate import Visiting
from assets.portal.pages import page
from assets.portal.records import CaseBreak, CaseRefund, ReturnCase
from pipelines.warehouse import Warehouse

router = APIRouter()


@router.get("/{shop}/retour")
def story(visit: Visiting, numero: str = "") -> Response:
    """The three legs side by side, the money that moved, what does not add up."""
    wanted = numero.strip().lstrip("#")[:100]
    with visit.opened_shelf() as shelf:
        cases = shelf.records(ReturnCase, "shelf/story_cases", text=wanted) if wanted else []
        told = [_told(shelf, case) for case in cases]
    return page(visit, "story.html.j2", number=wanted, told=told)


def _told(shelf: Warehouse, case: ReturnCase) -> tuple[ReturnCase, list[CaseRefund], list[CaseBreak], list[object]]:
    """A return with its money, its breaks and what was decided about it."""
    ids = {"credit_note_number": case.credit_note_number, "order_id": case.order_id}
    refunds = shelf.records(CaseRefund, "shelf/story_refunds", credit_note_number=case.credit_note_number)
    breaks = shelf.records(CaseBreak, "shelf/story_breaks", **ids)
    return case, refunds, breaks, list(shelf.rows("shelf/story_decisions", **ids))
