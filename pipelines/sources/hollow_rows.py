"""Takes the rows without any value out of a large workbook, so that a sheet formatted to its last row is read at once."""

from collections.abc import Iterator
from pathlib import Path
import re
from shutil import copyfileobj
from typing import IO
import zipfile
import zlib

from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.containers import CHUNK

LARGE = 16 << 20
"""From how many bytes of rows on a sheet is looked through first."""
HOLLOW = re.compile(rb"<row\b[^>]*(?:/>|(?<!/)>(?:<c\b[^>]*/>|<c\b[^>]*(?<!/)></c>)*</row>)")
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


def without_hollow_rows(path: Path, name: str, target: Path) -> Path:
    """The workbook itself, or a copy of it at `target` without those rows. Raises Refusal when it is damaged."""
    try:
        with zipfile.ZipFile(path) as source:
            large = [
                member for member in source.infolist() if SHEET.fullmatch(member.filename) and member.file_size > LARGE
            ]
            if large:
                _copy(source, target, {member.filename for member in large})
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise Refusal(messages.BROKEN_ARCHIVE, name, reason=error) from None
    return target if large else path


def _copy(source: zipfile.ZipFile, target: Path, large: set[str]) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for member in source.infolist():
            with source.open(member) as read, copy.open(member.filename, "w", force_zip64=True) as written:
                if member.filename in large:
                    written.writelines(_filled(read))
                else:
                    copyfileobj(read, written, CHUNK)


def _filled(read: IO[bytes]) -> Iterator[bytes]:
    """The sheet without its hollow rows, cut only where a row begins."""
    held = b""
    while chunk := read.read(CHUNK):
        held += chunk
        cut = held.rfind(b"<row")
        if cut > 0:
            yield HOLLOW.sub(b"", held[:cut])
            held = held[cut:]
    yield HOLLOW.sub(b"", held)
