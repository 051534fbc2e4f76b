"""The pages of the manual that are made from the product itself: commands, messages, settings, formats, breaks, tables."""

from collections.abc import Callable
from pathlib import Path

from tests.manual.breaks import breaks_page
from tests.manual.commands import commands_page
from tests.manual.formats import formats_page
from tests.manual.messages import messages_page
from tests.manual.plain_format import plain_format_page
from tests.manual.settings import settings_page
from tests.manual.tables import tables_page
from tests.scale.page import scale_page

DOCS = Path(__file__).parents[2] / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "commandes.md": commands_page,
    "donnees.md": tables_page,
    "ecarts.md": breaks_page,
    "format-simple.md": plain_format_page,
    "formats.md": formats_page,
    "messages.md": messages_page,
    "reglages.md": settings_page,
    "scale.md": scale_page,
}


def update() -> list[str]:
    """Write the pages that changed; their names."""
    changed = [name for name, page in PAGES.items() if not is_current(name, page())]
    for name in changed:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
    return changed


def is_current(name: str, text: str) -> bool:
    """Whether the page stands as it would be made now."""
    path = DOCS / name
    return path.exists() and path.read_text(encoding="utf-8") == text
