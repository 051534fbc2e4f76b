"""What a shop must still hand over for a month to be closed, and the letter that asks for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from assets.portal.views.coverage import Source, sources
from pipelines.domain.months import last_day
from pipelines.warehouse import Warehouse

PATIENCE = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Asked:
    """One number about which a paper is missing."""

    kind: str
    number: str
    provider: str
    amount: Decimal | None
    currency: str | None
    opened_on: date


@dataclass(frozen=True, slots=True)
class Demand:
    """Everything a shop is asked for: holes in its files, sources that stopped, papers of single numbers."""

    holes: list[str]
    stopped: list[Source]
    asked: list[Asked]

    @property
    def is_empty(self) -> bool:
        """Nothing is missing."""
        return not (self.holes or self.stopped or self.asked)

    @property
    def files(self) -> int:
        """How many files are missing."""
        return len(self.holes) + len(self.stopped)

    def of(self, kind: str) -> list[Asked]:
        """The numbers of one kind."""
        return [asked for asked in self.asked if asked.kind == kind]


def demand_of(shelf: Warehouse, language: str, month: str, today: date) -> Demand:
    """What is missing for a month, as of its last day or of today while it runs."""
    until = min(last_day(month), today)
    known = sources(shelf, language, month)
    return Demand(
        sorted({hole.said for source in known for hole in source.holes if hole.first <= until}),
        [source for source in known if source.last + PATIENCE < until and source.first <= until],
        shelf.records(Asked, "shelf/demanded"),
    )
