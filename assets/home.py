"""Where shops and Dagster's own records stand: `LETTRAGE_SHOP` names one shop, `LETTRAGE_SHOPS` a folder of shops."""

from collections.abc import Collection
import os
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.domain.shop import NAME

if TYPE_CHECKING:
    from dagster import DagsterInstance

SETTINGS = """telemetry:
  enabled: false
event_log_storage:
  module: assets.event_log
  class: EventLog
  config:
    base_dir: {log}
"""


def shop_roots(names: Collection[str] = ()) -> list[Path]:
    """The folders of the shops of this place, by name; those named only, when names are given."""
    many = os.environ.get("LETTRAGE_SHOPS")
    roots = sorted(path.parent for path in Path(many).glob(f"*/{NAME}")) if many else [one_root()]
    return [root for root in roots if not names or root.resolve().name in names]


def one_root() -> Path:
    """The one shop of this place."""
    return Path(os.environ.get("LETTRAGE_SHOP", "data"))


def instance_at(home: Path) -> "DagsterInstance":
    """Dagster's records at a home of ours, made on first use; no telemetry."""
    from dagster import DagsterInstance

    home.mkdir(parents=True, exist_ok=True)
    settings = home / "dagster.yaml"
    if not settings.exists():
        settings.write_text(SETTINGS.format(log=home.resolve() / "history"), encoding="utf-8")
    os.environ["DAGSTER_HOME"] = str(home.resolve())
    return DagsterInstance.from_config(str(home.resolve()))
