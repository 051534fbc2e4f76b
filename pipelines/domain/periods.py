"""Months: open, prepared, approved, sealed. A sealed month never changes again (PCG art. 1031-3 and 1031-4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
import hashlib
import json
from typing import cast

from pipelines.domain.register import FIRST, Entry


class State(StrEnum):
    """Where a month stands."""

    OPEN = "open"
    PREPARED = "prepared"
    APPROVED = "approved"
    SEALED = "sealed"


class Action(StrEnum):
    """What the register of months records."""

    PREPARE = "prepare"
    APPROVE = "approve"
    SEAL = "seal"
    DELIVER = "deliver"


@dataclass(frozen=True, slots=True)
class Period:
    """One month; `hash` is the SHA-256 of its sealed file, `files` the SHA-256 of what was delivered by path."""

    month: str
    state: State = State.OPEN
    hash: str | None = None
    previous_hash: str | None = None
    prepared_by: str | None = None
    approved_by: str | None = None
    sealed_at: str | None = None
    sealed_on: str | None = None
    files: Mapping[str, str] | None = None


def read_periods(entries: Iterable[Entry]) -> dict[str, Period]:
    """Every month the register speaks of, oldest first, as its last lines leave it."""
    periods: dict[str, Period] = {}
    for entry in entries:
        month = str(entry.facts["month"])
        periods[month] = _after(periods.get(month, Period(month)), entry)
    return dict(sorted(periods.items()))


def sealed_months(periods: Mapping[str, Period]) -> list[Period]:
    """The sealed months, oldest first."""
    return [period for period in periods.values() if period.state == State.SEALED]


def last_hash(periods: Mapping[str, Period]) -> str:
    """The hash the next month is chained to."""
    sealed = sealed_months(periods)
    return str(sealed[-1].hash) if sealed else FIRST


def sealed_file(header: Mapping[str, object], rows: Sequence[str]) -> bytes:
    """The canonical file of a month: a header that names the previous hash, then one JSON object a line."""
    first = json.dumps({"kind": "month", **header}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return ("\n".join([first, *rows]) + "\n").encode()


def file_hash(content: bytes) -> str:
    """SHA-256, as `sha256sum` prints it."""
    return hashlib.sha256(content).hexdigest()


def _after(period: Period, entry: Entry) -> Period:
    match Action(entry.action):
        case Action.PREPARE:
            return replace(period, state=State.PREPARED, prepared_by=entry.author)
        case Action.APPROVE:
            return replace(period, state=State.APPROVED, approved_by=entry.author)
        case Action.DELIVER:
            return replace(period, files=cast(Mapping[str, str], entry.facts["files"]))
        case Action.SEAL:
            return replace(
                period,
                state=State.SEALED,
                hash=str(entry.facts["hash"]),
                previous_hash=str(entry.facts["previous"]),
                sealed_at=entry.at,
                sealed_on=str(entry.facts["sealed_on"]),
            )
