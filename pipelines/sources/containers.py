"""Opens what exports come in: plain files, csv.gz, zips of files, workbooks; bounded in size, whatever they claim."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
import gzip
import hashlib
from pathlib import Path
import re
import shutil
from typing import IO
import zipfile
import zlib

from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal

CHUNK = 1 << 20
UNPLAIN = re.compile(r"[*?\[\]\ud800-\udfff]")
ZIP = b"PK\x03\x04"
LARGEST = 8 << 30
"""Bytes a compressed file may open to."""
STEEPEST = 250
"""How many times larger than itself a compressed file may be, past the first hundred megabytes."""
LEEWAY = 100 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """One readable thing: its name for people, where its bytes are, its hash, and its container's hash."""

    name: str
    path: Path
    sha256: str
    container: str | None = None
    is_workbook: bool = False
    is_sheet: bool = False


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file. Raises Refusal when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Refusal(messages.UNREADABLE, str(path), reason=error.strerror or error) from None


def parts(path: Path, name: str, sha256: str, work: Path) -> Iterator[Part]:
    """The files in a file: itself, what its gzip holds, or each member of its zip, unpacked under `work`."""
    path = _plainly_named(path, work)
    with path.open("rb") as file:
        head = file.read(4)
    if head[:2] == b"\x1f\x8b":
        yield Part(name, _unzipped(path, name, work), sha256)
    elif head == ZIP and not is_workbook(path, name):
        yield from _members(path, name, sha256, work)
    else:
        yield Part(name, path, sha256, is_workbook=head == ZIP)


def _plainly_named(path: Path, work: Path) -> Path:
    """The file under a name that no reader takes for a pattern of names, nor for text it cannot write."""
    if not UNPLAIN.search(str(path)):
        return path
    plain = work / "plain"
    plain.symlink_to(path.resolve())
    return plain


def is_workbook(path: Path, name: str = "") -> bool:
    """True for the zip that is an xlsx workbook. Raises Refusal when the zip is damaged."""
    with _zip(path, name or path.name) as archive:
        return "xl/workbook.xml" in archive.namelist()


def _unzipped(path: Path, name: str, work: Path) -> Path:
    target = work / "unzipped"
    try:
        with gzip.GzipFile(path) as source, target.open("wb") as out:
            _copy(source, out, _limit(path.stat().st_size), name)
    except (OSError, EOFError, zlib.error) as error:
        raise Refusal(messages.BROKEN_ARCHIVE, name, reason=error) from None
    return target


def _members(path: Path, name: str, sha256: str, work: Path) -> Iterator[Part]:
    limit = _limit(path.stat().st_size)
    with _zip(path, name) as archive:
        members = [member for member in archive.infolist() if not member.is_dir() and not _is_hidden(member.filename)]
        if sum(member.file_size for member in members) > limit:
            raise _too_large(name, limit)
        for number, member in enumerate(sorted(members, key=lambda member: member.filename)):
            target = _unpacked(archive, member, work / f"member-{number}", limit, name)
            yield from _nested(target, f"{name}/{member.filename}", sha256, work / f"inside-{number}")


def _nested(path: Path, name: str, container: str, work: Path) -> Iterator[Part]:
    """A member as it is, or what its gzip holds; a zip inside a zip is opened once more, no deeper."""
    work.mkdir(exist_ok=True)
    for part in parts(path, name, sha256_of(path), work):
        yield replace(part, container=container)
    shutil.rmtree(work)
    path.unlink()


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, limit: int, name: str) -> Path:
    if member.flag_bits & 1:
        raise Refusal(messages.LOCKED_ARCHIVE, name)
    try:
        with archive.open(member) as source, target.open("wb") as out:
            _copy(source, out, limit, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Refusal(messages.BROKEN_ARCHIVE, name, reason=error) from None
    return target


def _copy(source: IO[bytes] | gzip.GzipFile, out: IO[bytes], limit: int, name: str) -> None:
    written = 0
    while chunk := source.read(CHUNK):
        written += len(chunk)
        if written > limit:
            raise _too_large(name, limit)
        out.write(chunk)


def _limit(compressed: int) -> int:
    return min(LARGEST, max(LEEWAY, STEEPEST * compressed))


def _too_large(name: str, limit: int) -> Refusal:
    return Refusal(messages.TOO_LARGE, name, limit=f"{limit >> 20} Mo")


def _zip(path: Path, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise Refusal(messages.BROKEN_ARCHIVE, name, reason=error) from None


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or Path(name).name.startswith((".", "~$"))
