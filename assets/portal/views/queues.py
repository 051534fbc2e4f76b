"""The three queues: what does not add up, the most at stake first."""

from fastapi import APIRouter, Response

from assets.portal.gate import Visiting
from assets.portal.pages import page
from assets.portal.records import QueueCount, QueueItem

router = APIRouter()
LENGTH = 50


@router.get("/{shop}/ecarts")
def queues(visit: Visiting, file: str = "all", genre: str = "", texte: str = "", suite: int = 0) -> Response:
    """Open breaks, filtered by queue, kind and text."""
    with visit.opened_shelf() as shelf:
        filters = {"queue": file, "kind": genre, "text": texte[:100], "offset": max(suite, 0)}
        items = shelf.records(QueueItem, "shelf/queue", **filters)
        counts = shelf.records(QueueCount, "shelf/queue_counts")
    return page(visit, "queues.html.j2", items=items, counts=counts, filters=filters, length=LENGTH)
