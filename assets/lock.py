"""One writer a shop: the lock, who holds it and since when."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
import json
import os
from pathlib import Path
import socket

from assets.clock import Clock
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal

PATIENCE = 300.0


@contextmanager
def held(folder: ShopFolder, holder: str, clock: Clock, wait: float = PATIENCE) -> Iterator[None]:
    """Hold the shop's lock, waiting for whoever has it. Raises Refusal, naming them, when they keep it too long.

    The system lets go of the lock of a process that died, whatever it died of.
    """
    from filelock import FileLock, Timeout

    folder.lock.parent.mkdir(parents=True, exist_ok=True)
    note = folder.lock.with_suffix(".json")
    try:
        with FileLock(folder.lock, timeout=wait):
            note.write_text(json.dumps(_holder(holder, clock)), encoding="utf-8")
            yield
            note.unlink(missing_ok=True)
    except Timeout:
        raise Refusal(messages.BUSY, str(folder.root), **_who(note, clock.now)) from None


def _holder(holder: str, clock: Clock) -> dict[str, object]:
    return {"command": holder, "process": os.getpid(), "machine": socket.gethostname(), "since": clock.instant()}


def _who(note: Path, now: Callable[[], datetime]) -> dict[str, str]:
    try:
        found = json.loads(note.read_bytes())
        seconds = int((now() - datetime.fromisoformat(found["since"])).total_seconds())
    except (OSError, ValueError, KeyError):
        return {"holder": "?", "age": "?"}
    return {"holder": f"lettrage {found['command']} ({found['machine']}, {found['process']})", "age": f"{seconds} s"}
