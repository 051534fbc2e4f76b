"""Erasing a person from the working tables (GDPR art. 17); accounting documents stay until their retention ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
import hashlib

from pipelines.domain.register import Entry

FORGET, EXPIRE = "forget", "expire"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased: orders, those whose documents keep the name, and the documents."""

    orders: int
    kept: int
    documents: Sequence[str]


@dataclass(frozen=True, slots=True)
class ToForget:
    """Persons by the digest of their address or id, and the day before which everything goes."""

    digests: tuple[str, ...] = ()
    before: date | None = None


def digest_of(person: str) -> str:
    """What the register keeps of a person: enough to know them again in an old export, not who they are."""
    return hashlib.sha256(person.strip().lower().encode()).hexdigest()


def to_forget(entries: Iterable[Entry]) -> ToForget:
    """Everyone the register says to forget."""
    digests: list[str] = []
    before: date | None = None
    for entry in entries:
        if entry.action == FORGET:
            digests.append(str(entry.facts["digest"]))
        elif entry.action == EXPIRE:
            day = date.fromisoformat(str(entry.facts["before"]))
            before = max(before or day, day)
    return ToForget(tuple(digests), before)


def retention_horizon(as_of: date, years: int) -> date:
    """The day before which nothing need be kept."""
    leap_day_moved = as_of.replace(day=28) if (as_of.month, as_of.day) == (2, 29) else as_of
    return leap_day_moved.replace(year=as_of.year - years)
