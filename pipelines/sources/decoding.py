"""Makes any text a UTF-8 one with one kind of line end, and counts its lines; what is no text is refused."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
import re
import shutil

from pipelines.domain.messages import files as messages
from pipelines.domain.refusals import Refusal

CHUNK = 1 << 22
HEAD = 1 << 16
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROLS = re.compile("[\x80-\x9f]")
HALF, SOME = 0.4, 0.01
"""A text is UTF-16 when this share of every other byte is empty, as Latin letters leave them, and hardly any between."""


@dataclass(frozen=True, slots=True)
class Text:
    """A UTF-8 file, how many lines it has, and its first lines."""

    path: Path
    lines: int
    head: tuple[str, ...]


@dataclass(slots=True)
class _Tally:
    """What one pass over the bytes counted."""

    newlines: int = 0
    returns: int = 0
    pairs: int = 0
    last: bytes = b""

    def add(self, chunk: bytes) -> None:
        self.newlines += chunk.count(b"\n")
        returns = chunk.count(b"\r")
        self.returns += returns
        self.pairs += (chunk.count(b"\r\n") if returns else 0) + (self.last == b"\r" and chunk[:1] == b"\n")
        self.last = chunk[-1:]

    @property
    def is_even(self) -> bool:
        """True when every line ends the same way, and not with a bare return."""
        return self.returns == self.pairs and self.pairs in {0, self.newlines}

    @property
    def lines(self) -> int:
        return self.newlines + (self.last not in {b"", b"\n"})


def text_of(path: Path, name: str, encodings: Sequence[str], work: Path) -> Text:
    """The file as UTF-8 text, itself when it is one already. Raises Refusal when it is empty or no text."""
    with path.open("rb") as file:
        start = file.read(HEAD)
    if not start.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Refusal(messages.EMPTY, name)
    encoding = wide(start) or _encoding(path, name, encodings)
    tally = _tally(path)
    if encoding.startswith("utf-8") and tally.is_even:
        return Text(path, tally.lines, _head(path))
    target = work / "text"
    try:
        lines = _rewrite(path, target, encoding)
    except UnicodeDecodeError:
        raise Refusal(messages.BINARY, name) from None
    return Text(target, lines, _head(target))


def wide(start: bytes) -> str | None:
    """The encoding a mark tells, or the byte order of UTF-16 without its mark; nothing for any other text."""
    marked = [encoding for mark, encoding in MARKS if start.startswith(mark)]
    if marked or b"\x00" not in start:
        return marked[0] if marked else None
    even, odd = (start[place::2].count(0) / max(len(start) // 2, 1) for place in (0, 1))
    if min(even, odd) > SOME or max(even, odd) < HALF:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def beheaded(text: Text, lines: int, work: Path) -> Text:
    """The text without so many of its first lines: what stands above a header may have quotes that never close."""
    if not lines:
        return text
    target = work / "body"
    with text.path.open("rb") as source, target.open("wb") as out:
        for _ in range(lines):
            source.readline()
        shutil.copyfileobj(source, out, CHUNK)
    return Text(target, text.lines - lines, text.head[lines:])


def lengthened(path: Path, lacking: Mapping[int, int], delimiter: str, work: Path) -> Path:
    """The text with the empty cells its lines lack; a last line without its end is cut, and stays as it is."""
    target = work / "lengthened"
    with path.open("rb") as source, target.open("wb") as out:
        for number, line in enumerate(source, start=1):
            words = line.rstrip(b"\r\n")
            ends = line[len(words) :]
            out.write(words + (delimiter.encode() * lacking.get(number, 0) if ends else b"") + ends)
    return target


def _encoding(path: Path, name: str, encodings: Sequence[str]) -> str:
    """The first of the encodings that makes text of every byte, the last one taking what the others cannot."""
    for encoding in encodings:
        if _is_text(path, name, encoding):
            return encoding
    raise Refusal(messages.BINARY, name)


def _is_text(path: Path, name: str, encoding: str) -> bool:
    """False for a byte the encoding does not have, or gives to a control no export holds: 0x80 is a cp1252 euro."""
    try:
        for chunk in _decoded(path, encoding):
            if "\x00" in chunk:
                raise Refusal(messages.BINARY, name)
            if encoding.startswith("iso-8859") and CONTROLS.search(chunk):
                return False
    except UnicodeDecodeError:
        return False
    return True


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _tally(path: Path) -> _Tally:
    tally = _Tally()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            tally.add(chunk)
    return tally


def _rewrite(path: Path, target: Path, encoding: str) -> int:
    """Write the text as UTF-8 with newlines only; its lines."""
    tally = _Tally()
    with path.open(encoding=encoding, newline=None) as source, target.open("wb") as out:
        while chunk := source.read(CHUNK):
            written = chunk.encode("utf-8")
            tally.add(written)
            out.write(written)
    return tally.lines


def _head(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        return tuple(file.read(HEAD).splitlines()[:60])
