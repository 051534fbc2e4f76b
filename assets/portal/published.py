"""What of the shelf a page lists: months, their controls and files."""

from dataclasses import dataclass
import json
from pathlib import Path
import re

from pipelines.domain.messages import portal as messages
from pipelines.domain.numbering import file_name
from pipelines.domain.refusals import Refusal
from pipelines.warehouse.shelf import OpenShelves
from reports.exports.formats import FORMATS

APART = {"avoirs", "tables"}
KINDS = (
    ("grand-livre-", "workbook"),
    ("avoirs-", "pack"),
    ("dossier-", "closing_folder"),
    ("tableau-de-bord", "dashboard"),
    ("controles", "controls"),
    ("fec/", "fec"),
    ("exports/ereporting", "ereporting"),
    ("exports/stock", "stock"),
    ("exports/tva", "vat"),
    ("exports/fin-d-exercice", "year_end"),
)
MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Control:
    """One control total, as `controles.json` says it."""

    number: int
    name: str
    left: str | None
    right: str | None
    difference: str | None
    state: str


@dataclass(frozen=True, slots=True)
class File:
    """One file of a month, by its path inside the month."""

    path: str
    bytes: int

    @property
    def software(self) -> str:
        """The accounting software it is for; nothing when it is for none."""
        name = self.path.removeprefix("exports/")
        return next((format_ for format_ in FORMATS if name != self.path and format_ in re.split(r"[.-]", name)), "")

    @property
    def kind(self) -> str:
        """What it is, one word."""
        return (
            "export" if self.software else next((kind for start, kind in KINDS if self.path.startswith(start)), "other")
        )


@dataclass(frozen=True, slots=True)
class Month:
    """One published month."""

    name: str
    controls: tuple[Control, ...]

    def count(self, state: str) -> int:
        """How many controls are in a state."""
        return sum(control.state == state for control in self.controls)


def months(published: Path) -> list[Month]:
    """Every published month, the latest first."""
    if not published.is_dir():
        return []
    names = sorted((path.name for path in published.iterdir() if MONTH.fullmatch(path.name)), reverse=True)
    return [Month(name, _controls(published / name / "controles.json")) for name in names]


def month(published: Path, name: str) -> Month:
    """One published month. Raises Refusal when there is none of that name."""
    if not MONTH.fullmatch(name) or not (published / name).is_dir():
        raise Refusal(messages.NOT_FOUND)
    return Month(name, _controls(published / name / "controles.json"))


def states(shelves: OpenShelves, published: Path) -> dict[str, str]:
    """What state each closed or closing month is in; a month not named is open."""
    if not (published / "tables" / "periods.parquet").exists():
        return {}
    with shelves.open(published / "tables") as shelf:
        return dict(shelf.rows("shelf/periods"))


def files(published: Path, name: str) -> list[File]:
    """The files of a month at its top and one folder down, the single credit notes left out."""
    folder = published / name
    shown = [path for path in folder.iterdir() if path.name not in APART]
    found = [path for top in shown for path in (top, *top.rglob("*")) if path.is_file()]
    return [File(path.relative_to(folder).as_posix(), path.stat().st_size) for path in sorted(found)]


def file_path(published: Path, name: str, path: str) -> Path:
    """Where a file of a month stands. Raises Refusal for anything outside that month's folder."""
    folder = (published / month(published, name).name).resolve()
    found = (folder / path.replace("\x00", "")).resolve()
    if not found.is_relative_to(folder) or not found.is_file():
        raise Refusal(messages.NOT_FOUND)
    return found


def paper(published: Path, month: str, number: str) -> str:
    """Where a credit note's PDF stands, as `<month>/<path in the month>`; nothing when there is none."""
    path = f"{month}/avoirs/{file_name(number)}.pdf"
    return path if (published / path).is_file() else ""


def _controls(path: Path) -> tuple[Control, ...]:
    if not path.exists():
        return ()
    found = json.loads(path.read_text(encoding="utf-8"))
    rows = found if isinstance(found, list) else found["controls"]
    return tuple(Control(*(row[name] for name in Control.__slots__)) for row in rows)
