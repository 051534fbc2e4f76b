"""Closes a month: prepared, approved, sealed. What is sealed stands in `register/`: a warehouse is rebuilt from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipelines.domain.controls import DIFFERS
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import months as messages
from pipelines.domain.months import last_day
from pipelines.domain.periods import Action, Period, State, file_hash, last_hash, sealed_file
from pipelines.domain.postings import kinds_posted
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.steps.control import month_controls
from pipelines.steps.register import PERIODS, append_register
from pipelines.steps.seals import periods_of, write_seal
from pipelines.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Closing:
    """Who closes which month, when: `at` is an instant (ISO 8601, UTC), `as_of` the shop's day."""

    month: str
    author: str
    at: str
    as_of: date


def close(warehouse: Warehouse, folder: ShopFolder, shop: Shop, closing: Closing) -> Period:
    """Take the month as far as this person may: all the way, or with four eyes to prepared, then to sealed.

    Raises Refusal when the month is sealed, not over, not the next one, or when a control does not tie.
    """
    check(warehouse, folder, closing)
    period = periods_of(folder).get(closing.month, Period(closing.month))
    if period.state == State.OPEN:
        prepare(folder, closing)
        if shop.months.four_eyes:
            return periods_of(folder)[closing.month]
    approve(folder, shop, closing)
    return seal(warehouse, folder, shop, closing)


def check(warehouse: Warehouse, folder: ShopFolder, closing: Closing) -> None:
    """Whether the month may be closed at all."""
    periods = periods_of(folder)
    found = periods.get(closing.month)
    if found and found.state == State.SEALED:
        raise Refusal(messages.ALREADY_SEALED, month=closing.month, day=found.sealed_on)
    if closing.as_of <= last_day(closing.month):
        raise Refusal(messages.NOT_OVER, month=closing.month, day=closing.as_of)
    known = dict(warehouse.rows("controls/known_months"))
    if known.get(closing.month) != last_day(closing.month):
        raise Refusal(messages.NOT_RUN, month=closing.month, last_day=last_day(closing.month))
    sealed = {month for month, period in periods.items() if period.state == State.SEALED}
    earlier = [month for month in sorted(known) if month < closing.month and month not in sealed]
    if earlier:
        raise Refusal(messages.OUT_OF_ORDER, month=closing.month, earlier=earlier[0])
    check_controls(warehouse, closing.month)


def check_controls(warehouse: Warehouse, month: str) -> None:
    """No control total of the month differs; one without a source keeps nobody from closing."""
    for control in month_controls(warehouse, month):
        if control.state == DIFFERS:
            words: dict[str, Any] = {
                "name": control.name,
                "left": control.left,
                "right": control.right,
                "detail": control.detail,
            }
            raise Refusal(messages.CONTROL_DIFFERS, number=control.number, **words)


def prepare(folder: ShopFolder, closing: Closing) -> None:
    """Say that the month was looked through."""
    _note(folder, closing, Action.PREPARE, {})


def approve(folder: ShopFolder, shop: Shop, closing: Closing) -> None:
    """Say that the month is right; with four eyes, another person than the preparer must."""
    period = periods_of(folder)[closing.month]
    if period.state == State.APPROVED:
        return
    if shop.months.four_eyes and period.prepared_by == closing.author:
        raise Refusal(messages.SAME_PERSON, month=closing.month, author=closing.author)
    _note(folder, closing, Action.APPROVE, {})


def seal(warehouse: Warehouse, folder: ShopFolder, shop: Shop, closing: Closing) -> Period:
    """Fix the month's documents, money and entries, chained to the month before by their SHA-256."""
    previous = last_hash(periods_of(folder))
    header = {
        "month": closing.month,
        "previous": previous,
        "sealed_on": closing.as_of.isoformat(),
        "kinds": kinds_posted(shop.books),
    }
    warehouse.run("sealed/documents", last_on=last_day(closing.month))
    rows = warehouse.rows("sealed/rows", month=closing.month, sealed_on=closing.as_of)
    content = sealed_file(header, [row[0] for row in rows])
    write_seal(folder, closing.month, content)
    facts = {"hash": file_hash(content), "previous": previous, "sealed_on": closing.as_of.isoformat()}
    _note(folder, closing, Action.SEAL, facts)
    return periods_of(folder)[closing.month]


def deliver(folder: ShopFolder, closing: Closing, files: dict[str, str]) -> None:
    """Record what was handed over for the month: the SHA-256 of each file of its folder on the shelf."""
    _note(folder, closing, Action.DELIVER, {"files": files})


def _note(folder: ShopFolder, closing: Closing, action: Action, facts: Mapping[str, object]) -> None:
    append_register(folder.register, PERIODS, closing.at, closing.author, [(action, {"month": closing.month, **facts})])
