"""Downloads of a month's files, each one audited."""

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse

from assets.portal import published
from assets.portal.gate import Visiting

router = APIRouter()
ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"
)
SHOWN = (".html", ".pdf")


@router.get("/{shop}/fichiers/{name}/{path:path}")
def file(visit: Visiting, name: str, path: str) -> Response:
    """One file: pages and papers are shown, the rest is saved. The standing page runs apart from the portal."""
    found = published.file_path(visit.folder.published, name, path)
    visit.audit("downloaded", month=name, file=path)
    is_shown = found.suffix in SHOWN
    headers = {"Content-Security-Policy": f"{ALONE}; sandbox allow-scripts"} if found.suffix == ".html" else {}
    disposition = "inline" if is_shown else "attachment"
    return FileResponse(found, filename=found.name, content_disposition_type=disposition, headers=headers)
