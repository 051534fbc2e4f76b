"""What a passage did, one JSON object a line, in the shop's `logs/`: steps, seconds, counts; nothing that was read."""

import json
import logging
from pathlib import Path

from assets.clock import Clock
from pipelines.domain.folder import ShopFolder
from pipelines.domain.refusals import Refusal, causes
from pipelines.domain.summaries import Summary

log = logging.getLogger("lettrage")
MONTHS_KEPT = 13


def log_step(folder: ShopFolder, step: str, seconds: float, summary: Summary) -> None:
    """A step that ended; only its counts are told, since texts may come from exports."""
    figures = {name: value for name, value in summary.figures.items() if isinstance(value, int)}
    _append(folder, {"event": "step", "step": step, "seconds": round(seconds, 3), "figures": figures})


def log_failure(folder: ShopFolder, step: str, error: BaseException) -> None:
    """A step that failed: the code of its message or the kind of its fault, never its words."""
    refused = [cause.message.code for cause in causes(error) if isinstance(cause, Refusal)]
    _append(folder, {"event": "failed", "step": step, "fault": refused[0] if refused else type(error).__name__})


def _append(folder: ShopFolder, facts: dict[str, object]) -> None:
    """Add a line to the month's file; a log that cannot be written stops nothing."""
    at = Clock().instant()
    line = json.dumps({"at": at, "shop": folder.root.resolve().name, **facts}, ensure_ascii=False)
    log.info(line)
    try:
        path = folder.root / "logs" / f"{at[:7]}.jsonl"
        is_new = not path.exists()
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        if is_new:
            _prune(path.parent)
    except OSError:
        log.debug("the log of %s cannot be written", folder.root.name)


def _prune(folder: Path) -> None:
    for old in sorted(folder.glob("*.jsonl"))[:-MONTHS_KEPT]:
        old.unlink()
