"""The register: every fact that came from no file, one line each, append-only and hash-chained (design.md)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
import hashlib
import json

FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a register: who said what, when (ISO 8601, UTC), chained to the line before it."""

    sequence: int
    at: str
    author: str
    action: str
    facts: Mapping[str, object]
    previous: str
    hash: str

    def line(self) -> str:
        """The entry as it stands in the file, newline included."""
        return _json({**_body(self), "hash": self.hash}) + "\n"


def next_entry(last: Entry | None, at: str, author: str, action: str, facts: Mapping[str, object]) -> Entry:
    """The entry that follows `last`. Facts are JSON values; amounts are exact text."""
    sequence, previous = (last.sequence + 1, last.hash) if last else (1, FIRST)
    draft = Entry(sequence, at, author, action, facts, previous, "")
    return Entry(sequence, at, author, action, facts, previous, _hash(draft))


def read_entry(line: str) -> Entry:
    """The entry of one line. Raises ValueError when it is no such line."""
    try:
        found = Entry(**json.loads(line))
        datetime.fromisoformat(found.at)
    except (TypeError, RecursionError):
        raise ValueError(line) from None
    texts = (found.author, found.action, found.previous, found.hash)
    if type(found.sequence) is not int or not isinstance(found.facts, dict) or {type(text) for text in texts} != {str}:
        raise ValueError(line)
    return found


def first_fault(entries: Iterable[Entry]) -> Entry | None:
    """The first entry whose hash or link does not hold, or None when the chain holds."""
    last: Entry | None = None
    for entry in entries:
        expected = next_entry(last, entry.at, entry.author, entry.action, entry.facts)
        if entry != expected:
            return entry
        last = entry
    return None


def _hash(entry: Entry) -> str:
    return hashlib.sha256(_json(_body(entry)).encode()).hexdigest()


def _body(entry: Entry) -> dict[str, object]:
    return {
        "sequence": entry.sequence,
        "at": entry.at,
        "author": entry.author,
        "action": entry.action,
        "facts": dict(entry.facts),
        "previous": entry.previous,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
