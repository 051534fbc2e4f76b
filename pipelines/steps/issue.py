"""Numbers the drafts that are ready: in order, without a gap, first as lines of the register (law.md §1.4)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.drafts import Readiness
from pipelines.domain.folder import ShopFolder
from pipelines.domain.frozen import from_json, to_json
from pipelines.domain.messages import documents as messages
from pipelines.domain.numbering import next_numbers
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry
from pipelines.domain.shop import Shop
from pipelines.steps.numbers import FAULTED, NUMBERED, check_day, said
from pipelines.steps.register import NUMBERS, append_register
from pipelines.warehouse import Warehouse


@dataclass(frozen=True, slots=True)
class Prepared:
    """One draft as the warehouse holds it."""

    draft_id: str
    order_id: str
    provider: str | None
    refund_id: str | None
    return_id: str | None
    readiness: str
    explanation: str
    happened_on: date
    gross: Decimal
    currency: str
    document: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A draft with the number it gets, or would get, and the hash of its paper once that is kept."""

    draft: Prepared
    series: str
    note: CreditNote
    paper: str = ""


def prepared(warehouse: Warehouse) -> list[Prepared]:
    """Every draft, in the order they would be numbered."""
    return warehouse.records(Prepared, "issue/drafts")


def wanted(drafts: Sequence[Prepared], *, proposed: bool, named: Collection[str]) -> list[Prepared]:
    """The drafts to number: those ready, those proposed when asked, and those a person names.

    Raises Refusal when a name is no draft's.
    """
    unknown = sorted(set(named) - {draft.draft_id for draft in drafts})
    if unknown:
        raise Refusal(messages.UNKNOWN_DRAFT, "--draft", value=unknown[0])
    kinds = {Readiness.READY, Readiness.PROPOSED} if proposed else {Readiness.READY}
    return [draft for draft in drafts if draft.readiness in kinds or draft.draft_id in named]


def with_numbers(
    warehouse: Warehouse, folder: ShopFolder, shop: Shop, drafts: Sequence[Prepared], as_of: date
) -> list[Numbered]:
    """The drafts as they would be numbered on a day; nothing is written.

    Raises Refusal when the day precedes the last one numbered, its month is sealed, or the shop uses the series itself.
    """
    before = [number for (number,) in warehouse.rows("issue/opening_numbers")]
    given = said(folder, NUMBERED, "credit_note_number")
    numbers = next_numbers(shop.series.credit_notes, as_of.year, [*before, *given])
    check_day(warehouse, folder, as_of, NUMBERED)
    found = [(draft, next(numbers)) for draft in drafts]
    if found:
        _check_series(warehouse, found[0][1].series)
    return [
        Numbered(draft, number.series, replace(_note(draft), number=number.text, issued_on=as_of))
        for draft, number in found
    ]


def issue(folder: ShopFolder, numbered: Sequence[Numbered], at: str, author: str) -> list[Entry]:
    """Write the numbers into the register, all in one breath: from then on they are given, whatever happens."""
    if not numbered:
        return []
    return append_register(folder.register, NUMBERS, at, author, [(NUMBERED, _facts(found)) for found in numbered])


def refuse(folder: ShopFolder, faults: Sequence[tuple[Prepared, Sequence[str]]], as_of: date, at: str) -> None:
    """Write down why drafts could not be issued; what the register already says of one is not said again."""
    known = set(zip(said(folder, FAULTED, "draft_id"), said(folder, FAULTED, "faults"), strict=True))
    told = [_fault(draft, found, as_of) for draft, found in faults]
    new = [(FAULTED, facts) for facts in told if (facts["draft_id"], facts["faults"]) not in known]
    if new:
        append_register(folder.register, NUMBERS, at, "lettrage", new)


def _note(draft: Prepared) -> CreditNote:
    return from_json(CreditNote, draft.document)


def _check_series(warehouse: Warehouse, series: str) -> None:
    taken = warehouse.rows("issue/shop_numbers", prefix=series)
    if taken:
        raise Refusal(messages.SERIES_TAKEN, "shop.toml, [series] credit_notes", value=series, number=taken[0][0])


def _facts(found: Numbered) -> dict[str, object]:
    return {
        "credit_note_number": found.note.number,
        "series": found.series,
        "issued_on": str(found.note.issued_on),
        "draft_id": found.draft.draft_id,
        "refund_id": found.draft.refund_id or "",
        "document": to_json(found.note),
        "paper": found.paper,
    }


def _fault(draft: Prepared, faults: Sequence[str], as_of: date) -> dict[str, object]:
    return {
        "draft_id": draft.draft_id,
        "order_id": draft.order_id,
        "provider": draft.provider or "",
        "refund_id": draft.refund_id or "",
        "gross": str(draft.gross),
        "currency": draft.currency,
        "faults": " ; ".join(faults),
        "found_on": str(as_of),
    }
