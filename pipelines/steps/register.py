"""Appends to and reads the register's files: `register/<name>.jsonl`, one chain each."""

from collections.abc import Mapping, Sequence
import os
from pathlib import Path

from pipelines.domain.messages import register as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry, first_fault, next_entry, read_entry
from pipelines.domain.register_lines import unusable

DECISIONS, NUMBERS, PERIODS, SENT = "decisions", "numbers", "periods", "sent"


def read_register(folder: Path, name: str) -> list[Entry]:
    """Every entry of one register, its chain proved. Raises Refusal naming the first line that does not hold.

    A last line without its newline was being written when the writer died: it never happened.
    """
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")[:-1]
    entries = [_entry(line, number, path) for number, line in enumerate(lines, start=1)]
    fault = first_fault(entries)
    if fault:
        raise Refusal(messages.BROKEN_CHAIN, str(path), sequence=fault.sequence)
    return entries


def told(folder: Path, name: str) -> list[Entry]:
    """The same, each line one that we can use. Raises Refusal naming the first that is not."""
    entries = read_register(folder, name)
    for entry, fault in unusable(name, entries):
        where = str(folder / f"{name}.jsonl")
        raise Refusal(messages.UNUSABLE_LINE, where, sequence=entry.sequence, fault=fault)
    return entries


def append_register(
    folder: Path, name: str, at: str, author: str, facts: Sequence[tuple[str, Mapping[str, object]]]
) -> list[Entry]:
    """Append (action, facts) pairs, on disk before this returns. The caller holds the shop's lock."""
    entries = read_register(folder, name)
    last = entries[-1] if entries else None
    added: list[Entry] = []
    for action, values in facts:
        last = next_entry(last, at, author, action, values)
        added.append(last)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.jsonl"
    with path.open("ab") as file:
        file.truncate(sum(len(entry.line().encode()) for entry in entries))
        file.write("".join(entry.line() for entry in added).encode())
        file.flush()
        os.fsync(file.fileno())
    return added


def _entry(line: bytes, number: int, path: Path) -> Entry:
    try:
        return read_entry(line.decode())
    except ValueError:
        raise Refusal(messages.UNREADABLE_LINE, str(path), number=number) from None
