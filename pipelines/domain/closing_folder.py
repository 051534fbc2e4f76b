"""The closing folder of a month: every file of it, the evidence behind each credit note, and the hash of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pipelines.domain.periods import Period
from pipelines.domain.shop import Shop


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves one credit note: by kind, the rows it was read from, the money, the decisions."""

    credit_note_number: str
    file_name: str
    facts: Mapping[str, Sequence[Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class FolderFile:
    """A file of the month: its path within the month's folder, where it stands, its SHA-256."""

    path: str
    sha256: str
    source: Path = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClosingFolder:
    """Everything that goes into the zip; `period` is the month's state and seal."""

    shop: Shop
    period: Period
    until: date
    files: Sequence[FolderFile]
    evidence: Sequence[Evidence]
