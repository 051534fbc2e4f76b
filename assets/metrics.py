"""The passage as Prometheus reads it: `published/metrics.prom`, for node_exporter's textfile collector."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

NAME = "metrics.prom"
Values = Mapping[tuple[str, ...], float]
GAUGES = {
    "exit_code": "Exit code of the last passage",
    "newly_refused": "Rows and files the last passage refused",
    "to_refund": "Refunds still owed",
    "to_document": "Credit notes to establish",
    "controls_differing": "Control totals that do not tie",
    "new_breaks": "Breaks that were not there the passage before",
    "gone_breaks": "Breaks gone since the passage before",
}
"""Figures of `dernier-passage.json` told as they are."""


def metrics(shop: str, report: Mapping[str, Any], seconds: Mapping[str, float]) -> bytes:
    """The figures of a passage's report and the seconds of its steps, under the shop's name."""
    from prometheus_client import CollectorRegistry, generate_latest

    registry = CollectorRegistry()
    for name, meaning in GAUGES.items():
        _gauge(registry, name, meaning, {(shop,): report[name]})
    at = datetime.fromisoformat(str(report["at"])).timestamp()
    _gauge(registry, "last_passage_timestamp_seconds", "When the last passage began", {(shop,): at})
    breaks: Values = {(shop, str(kind)): count for kind, count in report["open_breaks"].items()}
    _gauge(registry, "open_breaks", "Open breaks by kind", breaks, "kind")
    steps: Values = {(shop, step): value for step, value in seconds.items()}
    _gauge(registry, "step_seconds", "Seconds each step took", steps, "step")
    return generate_latest(registry)


def _gauge(registry: "CollectorRegistry", name: str, meaning: str, values: Values, *labels: str) -> None:
    from prometheus_client import Gauge

    gauge = Gauge(f"lettrage_{name}", meaning, ["shop", *labels], registry=registry)
    for key, value in values.items():
        gauge.labels(*key).set(value)
