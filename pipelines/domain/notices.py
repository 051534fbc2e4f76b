"""A notice to the person in charge: the letter of a morning, or that a night failed. It names no customer."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
import hashlib
import json
from typing import Any

EMAIL, WEBHOOK = "email", "webhook"


@dataclass(frozen=True, slots=True)
class Notice:
    """Words and figures, the day they are about, and the ways by which they have still to go."""

    day: str
    subject: str
    text: str
    figures: Mapping[str, object]
    left: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name while it waits: the same words on the same day are one notice."""
        digest = hashlib.sha256(f"{self.subject}\n{self.text}".encode()).hexdigest()[:16]
        return f"{self.day}-{digest}.json"

    def sent_by(self, way: str) -> "Notice":
        """The same with one way less to go."""
        return replace(self, left=tuple(each for each in self.left if each != way))

    def to_json(self) -> str:
        """As it is kept while it waits."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


def read_notice(text: str) -> Notice:
    """A notice kept. Raises ValueError when it is none."""
    try:
        found: dict[str, Any] = json.loads(text)
        return Notice(**{**found, "left": tuple(found["left"])})
    except (TypeError, KeyError):
        raise ValueError(text) from None
