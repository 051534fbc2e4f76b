"""Who is in, and who knocks too often. Kept in memory: a restart signs everyone out."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import secrets

from pipelines.domain.people import Person

IDLE = timedelta(hours=2)
MOST_TRIES = 5
CLOSED_FOR = timedelta(minutes=15)


@dataclass(slots=True)
class Session:
    """One person signed in; `csrf` stands in every form of theirs."""

    login: str
    person: Person
    csrf: str
    seen_at: datetime
    notice: str = ""


@dataclass(slots=True)
class Sessions:
    """Open sessions, by the secret their cookie carries."""

    by_token: dict[str, Session] = field(default_factory=dict)

    def open(self, login: str, person: Person, now: datetime) -> str:
        """Let a person in; the cookie's value. Whatever cookie they came with is worth nothing."""
        token = secrets.token_urlsafe(32)
        self.by_token[token] = Session(login, person, secrets.token_urlsafe(32), now)
        return token

    def find(self, token: str | None, now: datetime) -> Session | None:
        """The session of a cookie, unless it slept too long."""
        session = self.by_token.get(token or "")
        if session and now - session.seen_at > IDLE:
            self.close(token)
            return None
        if session:
            session.seen_at = now
        return session

    def close(self, token: str | None) -> None:
        """Sign out."""
        self.by_token.pop(token or "", None)


@dataclass(slots=True)
class Throttle:
    """Failed tries per door (an address typed, a machine), forgotten after a quarter of an hour."""

    tries: dict[str, list[datetime]] = field(default_factory=lambda: defaultdict(list))

    def is_closed(self, doors: tuple[str, ...], now: datetime) -> bool:
        """Too many failed tries at one of these doors."""
        return any(len(self._recent(door, now)) >= MOST_TRIES for door in doors)

    def failed(self, doors: tuple[str, ...], now: datetime) -> None:
        """Count one failed try."""
        for door in doors:
            self.tries[door] = [*self._recent(door, now), now]

    def _recent(self, door: str, now: datetime) -> list[datetime]:
        return [at for at in self.tries.get(door, []) if now - at < CLOSED_FOR]
