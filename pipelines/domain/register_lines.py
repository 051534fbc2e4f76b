"""What the lines of each register must say to be used: known actions, each with its facts, nothing given twice."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
import json
import re

from pipelines.domain.decisions import FACTS
from pipelines.domain.decisions import Action as Decided
from pipelines.domain.forgetting import EXPIRE, FORGET
from pipelines.domain.letters import Fate
from pipelines.domain.periods import Action as Closed
from pipelines.domain.register import Entry

Test = Callable[[object], bool]
MONTH, DIGEST = re.compile(r"\d{4}-(0[1-9]|1[0-2])"), re.compile(r"[0-9a-f]{64}")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_named(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _is_month(value: object) -> bool:
    return isinstance(value, str) and MONTH.fullmatch(value) is not None


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and DIGEST.fullmatch(value) is not None


def _is_amount(value: object) -> bool:
    try:
        return value is None or (isinstance(value, str) and Decimal(value).is_finite())
    except InvalidOperation:
        return False


def _is_optional_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_document(value: object) -> bool:
    """A credit note as we issued it: one JSON object with its day, its order and its lines."""
    try:
        found = json.loads(value) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or not isinstance(found.get("lines"), list):
        return False
    return bool(found["lines"]) and _is_day(found.get("issued_on")) and _is_named(found.get("order_id"))


NUMBERED = (
    {"credit_note_number": _is_named, "document": _is_document, "issued_on": _is_day}
    | dict.fromkeys(("series", "draft_id", "refund_id"), _is_text)
)  # fmt: skip
CANCELLED = (
    dict.fromkeys(("credit_note_number", "counter_number"), _is_named) | {"issued_on": _is_day, "reason": _is_text}
)  # fmt: skip
FAULT = (
    dict.fromkeys(("draft_id", "order_id", "provider", "refund_id", "currency", "faults"), _is_text)
    | {"gross": _is_amount, "found_on": _is_day}
)  # fmt: skip
NEEDED: Mapping[str, Mapping[str, Mapping[str, Test]]] = {
    "decisions": {action: {} for action in Decided} | {Decided.REVOKE: {"revokes": lambda value: type(value) is int}},
    "numbers": {"number": NUMBERED, "cancel": CANCELLED, "fault": FAULT},
    "periods": {
        **{action: {"month": _is_month} for action in Closed},
        Closed.SEAL: {"month": _is_month, "hash": _is_digest, "previous": _is_digest, "sealed_on": _is_day},
        Closed.DELIVER: {"month": _is_month, "files": lambda value: isinstance(value, dict)},
    },
    "sent": {fate: {"credit_note_number": _is_named} for fate in Fate},
    "forgotten": {FORGET: {"digest": _is_digest}, EXPIRE: {"before": _is_day}},
}
"""By register and action, the facts a line needs and how each is written."""
OPTIONAL: Mapping[str, Mapping[str, Test]] = {
    "decisions": dict.fromkeys(FACTS - {"amount", "revokes"}, _is_optional_text) | {"amount": _is_amount},
}
GIVEN_ONCE = {("numbers", "number"): "credit_note_number", ("numbers", "cancel"): "counter_number"}
"""The facts that no second line may say again."""


def unusable(name: str, entries: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    """Each line of a register that cannot be used, with the action or fact at fault."""
    given: set[tuple[str, object]] = set()
    for entry in entries:
        fault = _fault(name, entry)
        once = GIVEN_ONCE.get((name, entry.action))
        if not fault and once and (entry.action, entry.facts[once]) in given:
            fault = f"{once} {entry.facts[once]}"
        if fault:
            yield entry, fault
        elif once:
            given.add((entry.action, entry.facts[once]))


def _fault(name: str, entry: Entry) -> str:
    if entry.action not in NEEDED[name]:
        return entry.action
    needed, optional = NEEDED[name][entry.action], OPTIONAL.get(name, {})
    wrong = [fact for fact, is_good in needed.items() if not is_good(entry.facts.get(fact))]
    wrong += [fact for fact, is_good in optional.items() if fact in entry.facts and not is_good(entry.facts[fact])]
    return f"{entry.action}: {wrong[0]}" if wrong else ""
