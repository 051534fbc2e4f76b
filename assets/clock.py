"""The one Clock: everything below `assets` takes the day or the instant as a parameter."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Clock:
    """The time where the shop is."""

    time_zone: str = "Europe/Paris"

    def now(self) -> datetime:
        """The present instant, in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)

    def instant(self) -> str:
        """The present instant as the register writes it: ISO 8601, UTC."""
        return self.now().strftime("%Y-%m-%dT%H:%M:%SZ")

    def today(self) -> date:
        """The day it is where the shop is."""
        return datetime.now(ZoneInfo(self.time_zone)).date()

    def as_of(self, day: date | None) -> date:
        """The day a run looks from: the one asked, or today. Raises Refusal on a day still to come."""
        today = self.today()
        if day is not None and day > today:
            raise Refusal(messages.DAY_TO_COME, "--as-of", day=day.isoformat(), today=today.isoformat())
        return day or today
