"""What a shop must still hand over for a month to be closed, and the letter that asks for it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from assets.portal.coverage import Source, sources
from pipelines.domain.months import last_day
from pipelines.warehouse import Warehouse

PATIENCE = timedelta(days=7)
KINDS = ("refund_without_credit_note", "credit_note_without_refund", "unknown_order", "missing_origin_invoice")
"""The breaks that only a paper of the merchant's can close."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One number about which a paper is missing."""

    kind: str
    number: str
    provider: str
    amount: Decimal | None
    currency: str | None
    opened_on: date

    @property
    def said(self) -> str:
        """The number, with who it is known by."""
        return (self.number or "—") + (f" ({self.provider})" if self.provider else "")


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

    @property
    def kinds(self) -> list[str]:
        """The kinds of papers that are missing, in the order they are asked for."""
        return [kind for kind in KINDS if self.of(kind)]

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
        shelf.records(Asked, "shelf/demanded", kinds=list(KINDS)),
    )
