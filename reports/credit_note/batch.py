"""Renders many credit notes, on two cores when they are many: a month of thousands takes minutes, not an hour."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
import gc
import multiprocessing

from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.shop import Shop
from reports.credit_note.pdf import UnfitDocumentError, render_credit_note

WORKERS = 2
WORTH_A_POOL = 48
SHARE = 24


@dataclass(frozen=True, slots=True)
class Paper:
    """One rendered credit note: its bytes, or the faults for which it may not be published."""

    number: str
    content: bytes
    faults: tuple[str, ...] = ()


def render_credit_notes(notes: Sequence[CreditNote], shop: Shop, logo: bytes = b"") -> Iterator[Paper]:
    """Every note's paper, in the order of the notes; one that fails stops none of the others."""
    render = partial(paper, shop=shop, logo=logo)
    if len(notes) < WORTH_A_POOL:
        yield from map(render, notes)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WORKERS, mp_context=context, initializer=_settle) as pool:
        yield from pool.map(render, notes, chunksize=SHARE)


def paper(note: CreditNote, shop: Shop, logo: bytes = b"") -> Paper:
    """One note's paper, or why it has none."""
    try:
        return Paper(note.number, render_credit_note(note, shop, logo))
    except UnfitDocumentError as error:
        return Paper(note.number, b"", tuple(str(fault) for fault in error.args))


def _settle() -> None:
    """A worker only renders: what is loaded stays, so looking through it for garbage again and again is lost time."""
    import reports.credit_note.engine  # noqa: F401 (loaded before the freeze)

    gc.freeze()
    gc.set_threshold(200_000, 50, 50)
