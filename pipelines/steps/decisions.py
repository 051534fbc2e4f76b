"""Projects the register of decisions into `core.decisions`."""

from pathlib import Path

from pipelines.domain.decisions import Decision, read_decisions
from pipelines.domain.summaries import Summary
from pipelines.steps.register import DECISIONS, told
from pipelines.warehouse import Warehouse
from pipelines.warehouse.connection import column_names


def project_decisions(warehouse: Warehouse, register: Path) -> Summary:
    """Make `core.decisions` say what `register/decisions.jsonl` says. Raises Refusal when the register was altered."""
    decisions = read_decisions(told(register, DECISIONS))
    warehouse.run("core/no_decisions")
    for decision in decisions:
        warehouse.run("core/decision", **{name: getattr(decision, name) for name in column_names(Decision)})
    figures = {"decisions": len(decisions), "revoked": sum(decision.revoked for decision in decisions)}
    return Summary("decisions", figures)
