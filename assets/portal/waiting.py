"""Decisions taken since the edition shown was made: the next run applies them."""

from collections.abc import Mapping
from pathlib import Path

from pipelines.domain.decided_rows import IDENTITY
from pipelines.domain.register import Entry, read_entry
from pipelines.steps.register import DECISIONS

Identified = Mapping[str, str | None]


def decisions_after(register: Path, sequence: int) -> list[Entry]:
    """The decisions of the register that come after one, read without the ones before."""
    path = register / f"{DECISIONS}.jsonl"
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")[:-1]
    return [read_entry(line.decode()) for line in lines[sequence:]]


def about(entries: list[Entry], item: Identified) -> list[Entry]:
    """Those that name an item by everything they name."""
    return [entry for entry in entries if _names(entry, item)]


def _names(entry: Entry, item: Identified) -> bool:
    named = {name: entry.facts[name] for name in IDENTITY if entry.facts.get(name) is not None}
    return (
        bool(named) and all(item.get(name) in (None, value) for name, value in named.items()) and _shares(named, item)
    )


def _shares(named: Mapping[str, object], item: Identified) -> bool:
    """They have a number in common: a kind alone is shared by strangers."""
    return any(item.get(name) == value for name, value in named.items() if name != "kind")
