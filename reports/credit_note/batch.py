"""Renders many credit notes, on two cores when they are many: a month of thousands takes minutes, not an hour."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.shop import Shop
from reports.credit_note.pdf import UnfitDocumentError, fit_document, render_credit_note
from reports.electronic import schematron_faults
from reports.workers import workers

Made = TypeVar("Made")
WORTH_A_POOL = 48
SHARE = 8
"""So few papers are made in one go."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One rendered credit note: its bytes, or the faults for which it may not be published."""

    number: str
    content: bytes
    faults: tuple[str, ...] = ()


def render_credit_notes(notes: Sequence[CreditNote], shop: Shop, logo: bytes = b"") -> Iterator[Paper]:
    """Every note's paper, in the order of the notes; one that fails stops none of the others."""
    yield from _each(partial(paper, shop=shop, logo=logo), notes)


def made_papers(notes: Sequence[CreditNote], shop: Shop, logo: bytes = b"") -> list[Paper]:
    """The papers of a few notes, made one after the other."""
    return [paper(note, shop, logo) for note in notes]


def document_faults(notes: Sequence[CreditNote]) -> Iterator[tuple[str, ...]]:
    """What forbids issuing each note: its XSD, our rules, the schematrons; empty when nothing does."""
    yield from _each(faults_of, notes)


def paper(note: CreditNote, shop: Shop, logo: bytes = b"") -> Paper:
    """One note's paper, or why it has none."""
    try:
        return Paper(note.number, render_credit_note(note, shop, logo))
    except UnfitDocumentError as error:
        return Paper(note.number, b"", tuple(str(fault) for fault in error.args))


def faults_of(note: CreditNote) -> tuple[str, ...]:
    """What forbids issuing one note; a proof of refund is no invoice and is held to no rule of invoices."""
    if note.is_receipt:
        return ()
    try:
        return tuple(schematron_faults(fit_document(note), is_company=note.buyer.is_company))
    except UnfitDocumentError as error:
        return tuple(str(fault) for fault in error.args)


def _each(work: Callable[[CreditNote], Made], notes: Sequence[CreditNote]) -> Iterator[Made]:
    """The work done on every note, in their order; by two processes when there are many."""
    if len(notes) < WORTH_A_POOL:
        yield from map(work, notes)
        return
    with workers() as pool:
        yield from pool.map(work, notes, chunksize=SHARE)
