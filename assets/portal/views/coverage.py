"""The coverage calendar: for each source and day of a month, how many rows were told, and which days are missing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
import re

from fastapi import APIRouter, Response

from assets.portal import published
from assets.portal.gate import Visiting
from assets.portal.pages import page
from pipelines.domain.messages import portal as messages
from pipelines.domain.months import first_day, last_day, month_of, months_from
from pipelines.domain.refusals import Refusal
from pipelines.warehouse import Warehouse

router = APIRouter()
SOURCES = {
    "orders": "commandes",
    "returns": "retours",
    "refunds": "remboursements",
    "payments": "encaissements",
    "bank": "relevé bancaire",
}
SOURCES_ENGLISH = {
    "orders": "orders",
    "returns": "returns",
    "refunds": "refunds",
    "payments": "payments",
    "bank": "bank statement",
}
"""The words holes are said with (`sql/breaks/coverage_hole.sql`)."""


DAY = re.compile(r"(\d{2})/(\d{2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class Hole:
    """Days of silence against a source's rhythm, and how they are said."""

    first: date
    said: str

    @property
    def last(self) -> date:
        """The last day named, the first when it is alone."""
        named = [date(int(year), int(month), int(day)) for day, month, year in DAY.findall(self.said)]
        return max([self.first, *named])

    def is_of(self, words: str, name: str | None) -> bool:
        """Whether it is said of that source."""
        return self.said.startswith(f"{words} {name}" if name else words)


@dataclass(frozen=True, slots=True)
class Source:
    """One source: the days it speaks of, rows by day of the month shown, the days silent against its rhythm."""

    words: str
    name: str | None
    first: date
    last: date
    rows: Mapping[date, int]
    holes: Sequence[Hole]

    def state(self, day: date) -> str:
        """`told`, `hole`, `none` between its first and last day, or `outside`."""
        if day in self.rows:
            return "told"
        if any(hole.first <= day <= hole.last for hole in self.holes):
            return "hole"
        return "none" if self.first <= day <= self.last else "outside"


@router.get("/{shop}/couverture")
def coverage(visit: Visiting, mois: str = "") -> Response:
    """One month of it, the latest told unless another is asked for."""
    if mois and not published.MONTH.fullmatch(mois):
        raise Refusal(messages.NOT_FOUND)
    with visit.opened_shelf() as shelf:
        spans = shelf.rows("shelf/coverage_spans")
        month = mois or month_of(max((row[3] for row in spans), default=visit.portal.clock.today()))
        found = sources(shelf, visit.language, month)
    months = sorted({name for row in spans for name in months_from(row[2], row[3])}, reverse=True)
    days = [first_day(month) + timedelta(number) for number in range(last_day(month).day)]
    return page(visit, "coverage.html.j2", sources=found, days=days, month=month, months=months)


def sources(shelf: Warehouse, language: str, month: str) -> list[Source]:
    """Every source known, with what it told day by day in the month."""
    told: dict[tuple[str, str | None], dict[date, int]] = defaultdict(dict)
    for kind, name, day, rows in shelf.rows("shelf/coverage", since=first_day(month), until=last_day(month)):
        told[kind, name][day] = rows
    holes = [Hole(opened, said) for opened, said in shelf.rows("shelf/coverage_holes")]
    words = SOURCES_ENGLISH if language == "en" else SOURCES
    return [
        Source(
            words[kind], name, first, last, told[kind, name], [hole for hole in holes if hole.is_of(words[kind], name)]
        )
        for kind, name, first, last, _ in shelf.rows("shelf/coverage_spans")
    ]
