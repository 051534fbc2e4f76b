"""What each source tells, day by day, and the days it is silent against its rhythm."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assets.portal.words import words_in
from pipelines.domain.months import first_day, last_day
from pipelines.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Hole:
    """Days of silence against a source's rhythm, and how they are said."""

    source: str
    name: str | None
    first: date
    last: date
    said: str


@dataclass(frozen=True, slots=True)
class Source:
    """One source: the days it speaks of, rows by day of the month shown, the days silent against its rhythm."""

    words: str
    name: str | None
    first: date
    last: date
    rows: Mapping[date, int]
    holes: Sequence[Hole]

    @property
    def said(self) -> str:
        """Its words, with its name where it has one."""
        return f"{self.words} {self.name}" if self.name else self.words

    def state(self, day: date) -> str:
        """`told`, `hole`, `none` between its first and last day, or `outside`."""
        if day in self.rows:
            return "told"
        if any(hole.first <= day <= hole.last for hole in self.holes):
            return "hole"
        return "none" if self.first <= day <= self.last else "outside"


def sources(shelf: Warehouse, language: str, month: str) -> list[Source]:
    """Every source known, with what it told day by day in the month."""
    told: dict[tuple[str, str | None], dict[date, int]] = defaultdict(dict)
    for kind, name, day, rows in shelf.rows("shelf/coverage", since=first_day(month), until=last_day(month)):
        told[kind, name][day] = rows
    holes = shelf.records(Hole, "shelf/coverage_holes")
    words = words_in(language)
    return [
        Source(
            words[f"source_{kind}"],
            name,
            first,
            last,
            told[kind, name],
            [hole for hole in holes if (hole.source, hole.name) == (kind, name)],
        )
        for kind, name, first, last in shelf.rows("shelf/coverage_spans")
    ]
