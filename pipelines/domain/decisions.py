"""What a person decided: a line of the register, read as a record. Replayed before any rule, undone by none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pipelines.domain.money import amount
from pipelines.domain.register import Entry


class Action(StrEnum):
    """The closed list of what a person may decide."""

    CONFIRM = "confirm"
    REJECT = "reject"
    UNMATCH = "unmatch"
    WRITE_OFF = "write_off"
    IGNORE = "ignore"
    ACCEPT = "accept"
    LINK = "link"
    COMMENT = "comment"
    OWNER = "owner"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, keyed by the sources' own ids; `revokes` is the sequence of an earlier one."""

    sequence: int
    decided_at: datetime
    author: str
    action: Action
    credit_note_number: str | None = None
    provider: str | None = None
    refund_id: str | None = None
    kind: str | None = None
    order_id: str | None = None
    sku: str | None = None
    amount: Decimal | None = None
    account: str | None = None
    reason: str | None = None
    comment: str | None = None
    owner: str | None = None
    revokes: int | None = None
    revoked: bool = False


FACTS = frozenset(field.name for field in fields(Decision)) - {"sequence", "decided_at", "author", "action", "revoked"}


def read_decisions(entries: Sequence[Entry]) -> list[Decision]:
    """The decisions of a register, in order; those that a later line revokes say so."""
    revoked = {entry.facts["revokes"] for entry in entries if entry.action == Action.REVOKE}
    return [_decision(entry, entry.sequence in revoked) for entry in entries]


def _decision(entry: Entry, revoked: bool) -> Decision:
    facts: Mapping[str, object] = {name: value for name, value in entry.facts.items() if name in FACTS}
    exact = amount(str(facts["amount"])) if facts.get("amount") is not None else None
    decided_at = datetime.fromisoformat(entry.at).replace(tzinfo=None)
    told: dict[str, Any] = {**facts, "amount": exact}
    return Decision(entry.sequence, decided_at, entry.author, Action(entry.action), **told, revoked=revoked)
