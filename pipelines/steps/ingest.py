"""Reads what was dropped in the inbox: each new file archived, its rows taken, excluded or refused, once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
import hashlib
from pathlib import Path
import shutil
from tempfile import TemporaryDirectory

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.domain.summaries import Summary
from pipelines.sources import sources
from pipelines.sources.containers import Part, parts, sha256_of
from pipelines.sources.mapping import read_mappings
from pipelines.sources.sheets import sheets
from pipelines.sources.source import Source
from pipelines.steps.load import Loaded, load
from pipelines.warehouse import Warehouse

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".json", ".xml", ".xlsx", ".zip", ".gz", ".parquet", ".ofx", ".sta"})
INSIDE = "inbox"
NAMES = ".names"
"""Beside the archived bytes: under which name each was first read, one « hash tab name » a line."""
FEW_BYTES = 4 << 20
"""Of exports, read and to be read: so few rows that planning a statement costs more than running it."""
Known = tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the inbox: its name for people is its path inside the shop's folder."""

    path: Path
    name: str
    bytes: int
    modified_ns: int


def ingest(warehouse: Warehouse, shop: Shop, folder: ShopFolder) -> Summary:
    """Read every new file of the inbox, and every archived one that this warehouse does not know."""
    known = known_sources(folder.root)
    new = [*_new_files(warehouse, folder, known), *_archived(warehouse, folder)]
    _plan(warehouse, new)
    outcomes = [_ingest_one(warehouse, shop, folder, found, known) for found in new]
    outcomes += [[refused] for refused in _misnamed_folders(warehouse, shop, folder, known)]
    loaded = [each for outcome in outcomes for each in outcome]
    _plan(warehouse)
    return Summary("ingest", _figures(loaded))


def much_is_new(warehouse: Warehouse, folder: ShopFolder) -> bool:
    """Whether so much was never seen in the inbox that most of what is published will be made anew."""
    seen = set(warehouse.rows("raw/seen"))
    new = [each for each in found_files(folder.inbox) if (each.name, each.bytes, each.modified_ns) not in seen]
    return sum(each.bytes for each in new) > FEW_BYTES


def _plan(warehouse: Warehouse, new: Sequence[Found] = ()) -> None:
    """Have statements planned for as many rows as the shop has; what archives hold is known once they are read."""
    ((read,),) = warehouse.rows("raw/bytes_read")
    is_light = read + sum(found.bytes for found in new) <= FEW_BYTES
    warehouse.run("raw/planned_lightly" if is_light else "raw/planned_fully")


def _figures(loaded: Sequence[Loaded]) -> dict[str, int]:
    return {
        "files": sum(not each.is_refused for each in loaded),
        "files_refused": sum(each.is_refused for each in loaded),
        "rows_read": sum(each.read for each in loaded),
        "rows_used": sum(each.used for each in loaded),
        "rows_excluded": sum(each.excluded for each in loaded),
        "rows_rejected": sum(each.rejected for each in loaded),
    }


def found_files(folder: Path) -> Iterator[Found]:
    """Every file under the inbox, at any depth, by name; hidden and half-written ones are passed over."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_file() and not _is_passed_over(path.relative_to(folder)):
            status = path.stat()
            yield Found(path, _name(path.relative_to(folder)), status.st_size, status.st_mtime_ns)


def _name(path: Path) -> str:
    """A name that can be written down, whatever bytes the disk knows it by."""
    return f"{INSIDE}/{path}".encode(errors="backslashreplace").decode()


def _is_passed_over(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts) or path.suffix in {".part", ".crdownload", ".tmp"}


def _new_files(warehouse: Warehouse, folder: ShopFolder, known: Known) -> list[Found]:
    """The files whose path, size or time is not as last seen."""
    seen = {row[0]: row[1:] for row in warehouse.rows("raw/inbox", formats=_known_formats(known))}
    return [each for each in found_files(folder.inbox) if seen.get(each.name) != (each.bytes, each.modified_ns)]


def _archived(warehouse: Warehouse, folder: ShopFolder) -> list[Found]:
    """What the archive holds and the warehouse has not read: all of it, when the warehouse is built anew."""
    known = {row[0] for row in warehouse.rows("raw/known_files")}
    paths = sorted(folder.archive.glob("*")) if folder.archive.is_dir() else []
    new = [path for path in paths if path.name.split(".")[0] not in known and not path.name.startswith(".")]
    names = _first_names(folder)
    return [
        Found(path, names.get(path.name.split(".")[0], f"archive/{path.name}"), path.stat().st_size, 0) for path in new
    ]


def _first_names(folder: ShopFolder) -> dict[str, str]:
    """The name each archived file was read under, by its hash; a line cut short is no name."""
    path = folder.archive / NAMES
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    named = [line.partition("\t") for line in lines]
    return {sha256: name for sha256, _, name in reversed(named) if name}


def _ingest_one(warehouse: Warehouse, shop: Shop, folder: ShopFolder, found: Found, known: Known) -> list[Loaded]:
    """One file, whole or not at all: archived first, then read in one transaction."""
    try:
        sha256 = sha256_of(found.path)
    except Refusal as refusal:
        return [_refuse(warehouse, shop, "", found.name, refusal, known)]
    loaded: list[Loaded] = []
    with warehouse.transaction(), TemporaryDirectory(prefix="lettrage-") as work:
        if not warehouse.rows("raw/is_known", sha256=sha256, formats=_known_formats(known)):
            loaded = _read(warehouse, shop, found, sha256, Path(work), known)
            if any(not each.is_refused for each in loaded):
                _archive(folder, found, sha256)
        warehouse.run(
            "raw/note_inbox", path=found.name, bytes=found.bytes, modified_ns=found.modified_ns, sha256=sha256
        )
    return loaded


def _read(warehouse: Warehouse, shop: Shop, found: Found, sha256: str, work: Path, known: Known) -> list[Loaded]:
    """Read each part of one file. A part that is refused keeps none of the others out."""
    loaded: list[Loaded] = []
    try:
        found_parts = parts(found.path, found.name, sha256, work)
        for part in found_parts:
            loaded.extend(_read_part(warehouse, shop, part, work, known))
    except Refusal as refusal:
        loaded.append(_refuse(warehouse, shop, sha256, found.name, refusal, known))
    return loaded


def _read_part(warehouse: Warehouse, shop: Shop, part: Part, work: Path, known: Known) -> list[Loaded]:
    """A part's one table, or each sheet of its workbook that is one; other sheets beside it may say what they like."""
    if not part.is_workbook:
        try:
            return [_read_table(warehouse, shop, part, work, known)]
        except Refusal as refusal:
            return [_refuse(warehouse, shop, part.sha256, part.name, refusal, known)]
    read, strange = [], []
    for sheet in sheets(part, work):
        try:
            read.append(_read_table(warehouse, shop, sheet, work, known))
        except Refusal as refusal:
            strange.append((sheet, refusal))
    beside = [each for each in strange if not read or each[1].message is not messages.UNKNOWN_FORMAT]
    return read + [_refuse(warehouse, shop, sheet.sha256, sheet.name, refusal, known) for sheet, refusal in beside]


def _read_table(warehouse: Warehouse, shop: Shop, part: Part, work: Path, known: Known) -> Loaded:
    if warehouse.rows("raw/is_read", sha256=part.sha256):
        return Loaded()
    return load(warehouse, shop, part, known, work)


def _refuse(warehouse: Warehouse, shop: Shop, sha256: str, name: str, refusal: Refusal, known: Known) -> Loaded:
    language = shop.identity.language
    what, remedy = refusal.words(language)
    warehouse.run(
        "raw/refuse_file",
        sha256=sha256 or hashlib.sha256(name.encode()).hexdigest(),
        name=name,
        bytes=0,
        code=refusal.message.code,
        reason=what,
        remedy=remedy,
        formats=_known_formats(known),
    )
    return Loaded(is_refused=True)


def _misnamed_folders(warehouse: Warehouse, shop: Shop, folder: ShopFolder, known: Known) -> Iterator[Loaded]:
    """Folders of the inbox named like an export: someone took a folder for a file."""
    for path in sorted(folder.inbox.rglob("*")) if folder.inbox.is_dir() else []:
        name = _name(path.relative_to(folder.inbox))
        named = {row[0] for row in warehouse.rows("raw/refused_names")}
        if path.is_dir() and path.suffix.lower() in SUFFIXES and name not in named:
            yield _refuse(warehouse, shop, "", name, Refusal(messages.DIRECTORY, name), known)


def _archive(folder: ShopFolder, found: Found, sha256: str) -> None:
    """Keep the original bytes under their hash; a copy half made is never taken for whole."""
    suffixes = "".join(found.path.suffixes[-2:]) if found.path.suffix == ".gz" else found.path.suffix
    target = folder.archive / f"{sha256}{suffixes.lower()}"
    if found.path.parent == folder.archive or target.exists():
        return
    folder.archive.mkdir(parents=True, exist_ok=True)
    half = folder.archive / f".{sha256}"
    shutil.copyfile(found.path, half)
    half.replace(target)
    with (folder.archive / NAMES).open("a", encoding="utf-8", errors="replace") as names:
        names.write(f"{sha256}\t{' '.join(found.name.splitlines())}\n")


def known_sources(root: Path) -> Known:
    """Every format we know, and the shop's own. Raises Refusal when one of these cannot be read."""
    return (*sources(), *read_mappings(root))


def _known_formats(known: Known) -> str:
    """The formats as one digest: a file refused is tried again once there are others."""
    said = sorted(source.name if not getattr(source, "is_own", False) else repr(source) for source in known)
    return hashlib.sha256(" ".join(said).encode()).hexdigest()
