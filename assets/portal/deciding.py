"""Decisions taken in the portal: judged as the workbook's are, and written to the same register."""

from collections.abc import Sequence

from assets.lock import held
from assets.portal.gate import Visit
from pipelines.domain.decided_rows import DecidableItem, DecidedRow, Known, Verdict, WrittenRow, judge
from pipelines.domain.decision_sheet import words_print
from pipelines.steps.decide import references
from pipelines.steps.register import DECISIONS, append_register, read_register

PLACE = "Portail"
PATIENCE = 10.0


def decided(visit: Visit, keys: Sequence[str], said: DecidedRow) -> list[Verdict]:
    """Record one decision about several breaks; a verdict for each. `said` holds what was typed, for all of them."""
    with visit.opened_shelf() as shelf:
        items = shelf.records(DecidableItem, "shelf/decidable_items", keys=list(keys))
        named = references(shelf.rows("shelf/known_references", name=said.precision))
    clock = visit.portal.clock
    with held(visit.folder, "serve", clock, PATIENCE):
        known = Known(
            {item.key: _written(item) for item in items},
            {item.key: item for item in items},
            named,
            read_register(visit.folder.register, DECISIONS),
        )
        verdicts = judge([_row(number, item, said) for number, item in enumerate(items, start=1)], known)
        recorded = [line for verdict in verdicts for line in verdict.recorded]
        if recorded:
            append_register(visit.folder.register, DECISIONS, clock.instant(), visit.person.name, recorded)
    return verdicts


def _row(number: int, item: DecidableItem, said: DecidedRow) -> DecidedRow:
    return DecidedRow(PLACE, number, item.key, item.shown, said.decision, said.precision, said.comment, said.owner)


def _written(item: DecidableItem) -> WrittenRow:
    """The page shows no remark to alter: whatever is typed is new."""
    nothing = words_print("")
    return WrittenRow(PLACE, item.shown, nothing, nothing)
