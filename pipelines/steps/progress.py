"""Remembers which steps are done with which inputs, so that a passage with nothing new does nothing again."""

from collections.abc import Callable
from datetime import date
from functools import cache
import hashlib
import json
from pathlib import Path

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import NAME
from pipelines.domain.summaries import Summary
from pipelines.warehouse import Warehouse

ROOT = Path(__file__).parents[2]


def once(warehouse: Warehouse, step: str, inputs: str, work: Callable[[], Summary | None]) -> Summary:
    """Do a step, or say again what it said when its inputs were the same. A step that fails is never remembered."""
    known = warehouse.rows("raw/step_known", step=step, inputs=inputs)
    if known:
        return Summary(step, json.loads(known[0][0]))
    warehouse.run("raw/step_forgotten", step=step, inputs=inputs)
    summary = work() or Summary(step)
    figures = json.dumps(summary.as_metadata(), ensure_ascii=False)
    warehouse.run("raw/step_done", step=step, inputs=inputs, figures=figures)
    return summary


def inputs_digest(warehouse: Warehouse, folder: ShopFolder, as_of: date) -> str:
    """One digest of all a passage depends on once its files are read."""
    return hashlib.sha256(f"{as_of} {facts_digest(warehouse, folder)}".encode()).hexdigest()


def facts_digest(warehouse: Warehouse, folder: ShopFolder) -> str:
    """The same but for the day looked from."""
    found = hashlib.sha256(code_digest().encode())
    for (sha256,) in warehouse.rows("raw/file_hashes"):
        found.update(sha256.encode())
    for path in (folder.root / NAME, *sorted(folder.register.glob("*.jsonl"))):
        found.update(path.read_bytes() if path.exists() else b"-")
    return found.hexdigest()


@cache
def code_digest() -> str:
    """Our own code, as one digest: a new version does its steps again."""
    found = hashlib.sha256()
    for folder in ("pipelines", "reports"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(path.read_bytes())
    return found.hexdigest()
