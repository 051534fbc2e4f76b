"""Control totals: two totals that must tie, printed on every ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
import json

TIES, DIFFERS, NOT_OBSERVED = "ties", "differs", "not_observed"
NUMBERS = tuple(range(1, 11))


@dataclass(frozen=True, slots=True)
class ControlTotal:
    """One control: `difference` adds up what differs, so that two faults never hide each other."""

    number: int
    name: str
    left: Decimal | None
    right: Decimal | None
    difference: Decimal | None
    state: str
    detail: str = ""


def controls_json(controls: Sequence[ControlTotal]) -> bytes:
    """`controles.json`: amounts as exact text."""
    rows = [
        {
            "number": control.number,
            "name": control.name,
            "left": _text(control.left),
            "right": _text(control.right),
            "difference": _text(control.difference),
            "state": control.state,
            "detail": control.detail,
        }
        for control in controls
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def every_number(controls: Sequence[ControlTotal]) -> list[ControlTotal]:
    """The same controls, with a `not_observed` one for each of the ten numbers that has none."""
    seen = {control.number for control in controls}
    absent = [
        ControlTotal(number, f"Contrôle {number}", None, None, None, NOT_OBSERVED, "aucune source")
        for number in NUMBERS
        if number not in seen
    ]
    return sorted([*controls, *absent], key=lambda control: (control.number, control.name))


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)
