"""The last night's run in words: the letter it left on the shelf."""

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from assets.portal.gate import Visiting
from assets.portal.pages import page
from assets.portal.views.files import ALONE
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal

router = APIRouter()
LETTER = "dernier-passage.html"


@router.get("/{shop}/nuit")
def night(visit: Visiting) -> Response:
    """The page that frames the letter."""
    return page(visit, "night.html.j2", has_letter=(visit.folder.published / LETTER).is_file())


@router.get("/{shop}/nuit/lettre")
def letter(visit: Visiting) -> Response:
    """The letter itself, apart from the portal."""
    path = visit.folder.published / LETTER
    if not path.is_file():
        raise Refusal(messages.NOT_FOUND)
    return FileResponse(path, headers={"Content-Security-Policy": ALONE})
