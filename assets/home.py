"""Where shops and Dagster's own records stand: `LETTRAGE_SHOP` names one shop, `LETTRAGE_SHOPS` a folder of shops."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.domain.folder import ShopFolder
from pipelines.domain.months import month_of
from pipelines.domain.shop import NAME
from pipelines.steps.publish import last_report

if TYPE_CHECKING:
    from dagster import DagsterInstance

SETTINGS = """telemetry:
  enabled: false
event_log_storage:
  module: assets.event_log
  class: EventLog
  config:
    base_dir: {log}
compute_logs:
  module: dagster._core.storage.noop_compute_log_manager
  class: NoOpComputeLogManager
"""
"""No telemetry; one connection to the log; steps print nothing, so no two processes a step to catch what they print."""
EVENTS_AT_ONCE = "1000"
"""Events of one step or run that Dagster hands to its log together."""


def shop_roots(names: Collection[str] = ()) -> list[Path]:
    """The folders of the shops of this place, by name; those named only, when names are given."""
    many = os.environ.get("LETTRAGE_SHOPS")
    roots = roots_in(Path(many)) if many else [one_root()]
    return [root for root in roots if not names or root.resolve().name in names]


def roots_in(folder: Path) -> list[Path]:
    """Every sub-folder that holds a `shop.toml`, by name."""
    return sorted(path.parent for path in folder.glob(f"*/{NAME}"))


def one_root() -> Path:
    """The one shop of this place."""
    return Path(os.environ.get("LETTRAGE_SHOP", "data"))


def instance_at(home: Path) -> "DagsterInstance":
    """Dagster's records at a home of ours, made on first use by one process at a time; no telemetry."""
    from dagster import DagsterInstance
    from filelock import FileLock

    home.mkdir(parents=True, exist_ok=True)
    os.environ["DAGSTER_HOME"] = str(home.resolve())
    os.environ.setdefault("DAGSTER_EVENT_BATCH_SIZE", EVENTS_AT_ONCE)
    with FileLock(home / ".making.lock"):
        settings = home / "dagster.yaml"
        if not settings.exists():
            settings.write_text(SETTINGS.format(log=home.resolve() / "history"), encoding="utf-8")
        return DagsterInstance.from_config(str(home.resolve()))


@dataclass(frozen=True, slots=True)
class Inboxes:
    """What stands in the inboxes, and whether it is new and has stood still since the last look."""

    cursor: str
    key: str
    is_new: bool


def settled_inbox(roots: Iterable[Path], before: str) -> Inboxes:
    """Look at the inboxes: `before` is what the last look gave. Files still growing wait for the next look."""
    last = json.loads(before) if before else {"seen": "", "run": ""}
    seen = _inbox_digest(roots)
    is_new = seen == last["seen"] != last["run"]
    cursor = json.dumps({"seen": seen, "run": seen if is_new else last["run"]})
    return Inboxes(cursor, f"inbox-{seen}", is_new)


def months_to_run(roots: Iterable[Path], today: date) -> list[str]:
    """The first and the last open month of these shops, as their shelves say, and the running one."""
    shown = {month for root in roots for month in last_report(ShopFolder(root)).get("months", [])}
    return sorted({*shown, month_of(today)})


def _inbox_digest(roots: Iterable[Path]) -> str:
    files = [
        (str(path), path.stat().st_size, path.stat().st_mtime_ns)
        for root in roots
        for path in sorted(ShopFolder(root).inbox.rglob("*"))
        if path.is_file()
    ]
    return hashlib.sha256(repr(files).encode()).hexdigest()[:16] if files else ""
