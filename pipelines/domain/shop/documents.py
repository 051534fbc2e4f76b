"""Section [documents]: which credit notes are rendered, and how they look."""

from dataclasses import dataclass
from enum import StrEnum


class Rendered(StrEnum):
    """Which months' PDFs a run renders; a month `YYYY-MM` may be named on the command line instead."""

    RECENT = "recent"
    NONE = "none"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Documents:
    """Looks and habits of the paper."""

    render: Rendered = Rendered.RECENT
    logo: str = ""
    color: str = "#1f3a5f"
    factur_x_on_duplicates: bool = False
    footer: str = ""
