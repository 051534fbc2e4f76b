"""Issues the drafts that are ready: checked by every rule first, then numbered, then known to the warehouse."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assets.clock import Clock
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps import cancel as undoing
from pipelines.steps import issue as steps
from pipelines.steps.documents import logo
from pipelines.steps.numbers import project_numbers
from pipelines.steps.papers import keep_paper
from pipelines.steps.prepare import prepare
from pipelines.steps.tables import note_tables
from pipelines.warehouse import Warehouse, open_warehouse
from reports.credit_note import document_faults, render_credit_notes


@dataclass(frozen=True, slots=True)
class Issued:
    """What was numbered, or would be; what failed a rule and why; what waits for a person's word."""

    numbered: list[steps.Numbered]
    faulty: list[tuple[steps.Prepared, list[str]]]
    left: list[steps.Prepared]


@dataclass(frozen=True, slots=True)
class Desk:
    """A shop opened for issuing."""

    folder: ShopFolder
    shop: Shop
    clock: Clock
    as_of: date
    warehouse: Warehouse


@contextmanager
def desk(root: Path, day: date | None) -> Iterator[Desk]:
    """Open a shop alone, its numbers and drafts made anew from what is known."""
    folder, shop = shop_at(root)
    clock = Clock(shop.identity.time_zone)
    as_of = clock.as_of(day)
    with held(folder, "issue", clock), open_warehouse(folder.warehouse) as warehouse:
        project_numbers(warehouse, folder, as_of)
        prepare(warehouse, shop, as_of)
        yield Desk(folder, shop, clock, as_of, warehouse)
        note_tables(warehouse)


def plan(at: Desk, *, proposed: bool, named: Collection[str]) -> Issued:
    """The numbers the drafts would get; nothing is written."""
    drafts = steps.prepared(at.warehouse)
    asked = steps.wanted(drafts, proposed=proposed, named=named)
    planned = _numbered(at, asked)
    said = document_faults([found.note for found in planned])
    checked = [(found.draft, list(faults)) for found, faults in zip(planned, said, strict=True)]
    faulty = [(draft, faults) for draft, faults in checked if faults]
    fit = [draft for draft, faults in checked if not faults]
    ids = {draft.draft_id for draft in asked}
    return Issued(_numbered(at, fit), faulty, [draft for draft in drafts if draft.draft_id not in ids])


def carry_out(at: Desk, found: Issued, author: str) -> None:
    """Keep the papers, give the numbers planned, and write down what failed a rule."""
    steps.refuse(at.folder, found.faulty, at.as_of, at.clock.instant())
    papers = _papers(at, [item.note for item in found.numbered])
    numbered = [replace(item, paper=paper) for item, paper in zip(found.numbered, papers, strict=True)]
    steps.issue(at.folder, numbered, at.clock.instant(), author)
    project_numbers(at.warehouse, at.folder, at.as_of)


def cancel(at: Desk, number: str, reason: str, author: str) -> str:
    """Undo a credit note by a counter-document, whose number this gives. Raises Refusal when that cannot be."""
    counter = undoing.counter_document(at.warehouse, at.folder, at.shop, number, reason, at.as_of)
    assert not any(document_faults([counter])), counter
    [paper] = _papers(at, [counter])
    undoing.cancel(at.folder, counter, paper, at.clock.instant(), author)
    project_numbers(at.warehouse, at.folder, at.as_of)
    return counter.number


def _papers(at: Desk, notes: Sequence[CreditNote]) -> Iterator[str]:
    """The hash of each paper, kept before its number is given: bytes without a number hurt nobody."""
    for paper in render_credit_notes(notes, at.shop, logo(at.folder, at.shop)):
        assert not paper.faults, paper
        yield keep_paper(at.folder, paper.content)


def _numbered(at: Desk, drafts: Sequence[steps.Prepared]) -> list[steps.Numbered]:
    return steps.with_numbers(at.warehouse, at.folder, at.shop, drafts, at.as_of)
