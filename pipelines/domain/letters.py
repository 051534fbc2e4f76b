"""A credit note on its way to its customer by e-mail, and what became of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
import re

from pipelines.domain.register import Entry

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")


class Fate(StrEnum):
    """Actions of the outbox, register/sent.jsonl: begun before the server is spoken to, then how it ended."""

    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class Letter:
    """One credit note to send: its words twice, as text and as a page, and its paper."""

    credit_note_number: str
    recipient: str
    subject: str
    text: str
    page: str
    file_name: str
    paper: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one letter, with the server's own words when it did not go."""

    credit_note_number: str
    fate: Fate
    words: str = ""


def is_address(text: str) -> bool:
    """One plain address: no name, no line break, no second recipient."""
    return _ADDRESS.fullmatch(text) is not None


def last_outcomes(entries: Iterable[Entry]) -> dict[str, Outcome]:
    """The last thing the outbox says of each credit note. `sending` is a letter whose end nobody saw."""
    said = [(str(it.facts["credit_note_number"]), Fate(it.action), str(it.facts.get("words", ""))) for it in entries]
    return {number: Outcome(number, fate, words) for number, fate, words in said}


def may_be_sent(outcome: Outcome | None) -> bool:
    """A letter goes once: never again after it went, was refused, or was left at the server's door unseen."""
    return outcome is None or outcome.fate is Fate.POSTPONED


def undelivered(outcomes: Mapping[str, Outcome]) -> list[Outcome]:
    """The letters that did not arrive as far as anyone knows, by number."""
    return [outcomes[number] for number in sorted(outcomes) if outcomes[number].fate is not Fate.SENT]
