"""The catalogue of messages: every sentence a person may get, in French and English, one file per organ.

A message says why the value read is refused and what to change; the manual's list is generated from it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One refusal: `{names}` are facts filled in when it is raised. `exit_code` is the one of design.md."""

    code: str
    french: str
    french_remedy: str
    english: str
    english_remedy: str
    exit_code: int = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A message with its facts filled in, in one language."""

    what: str
    remedy: str


def worded(message: Message, facts: dict[str, object], language: str = "fr") -> Words:
    """Fill in a message."""
    if language == "en":
        return Words(message.english.format(**facts), message.english_remedy.format(**facts))
    return Words(message.french.format(**facts), message.french_remedy.format(**facts))
