"""The portal's own register, `register/audit.jsonl`: one line per entry, download, decision and refusal."""

from collections.abc import Mapping
import os
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock

from pipelines.domain.messages import register as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry, next_entry, read_entry

AUDIT = "audit"
TAIL = 64 * 1024


def append_audit(folder: Path, at: str, author: str, action: str, facts: Mapping[str, object]) -> None:
    """Chain one line to the last one, and only that one is read: the audit may grow for years.

    A last line without its newline was being written when the writer died: it never happened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{AUDIT}.jsonl"
    path.touch(mode=0o600)
    with FileLock(folder / ".audit.lock"), path.open("r+b") as file:
        last = _last_entry(file, path)
        file.write(next_entry(last, at, author, action, facts).line().encode())
        file.flush()
        os.fsync(file.fileno())


def _last_entry(file: BinaryIO, path: Path) -> Entry | None:
    """The last whole line; the file is left ready to write after it."""
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - TAIL))
    tail = file.read()
    whole = tail[: tail.rfind(b"\n") + 1]
    file.seek(start + len(whole))
    file.truncate()
    if not whole:
        return None
    try:
        return read_entry(whole.splitlines()[-1].decode())
    except ValueError:
        raise Refusal(messages.UNREADABLE_LINE, str(path), number=-1) from None
