"""Publishes a month's credit notes and their pack: what has not changed since the last edition is linked, not made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import partial

from assets.passage import Passage
from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.numbering import file_name
from pipelines.domain.shop.documents import Rendered
from pipelines.domain.summaries import Summary
from pipelines.steps.documents import issued_papers, logo, month_documents
from pipelines.steps.progress import code_digest
from pipelines.steps.publish import digest
from reports.credit_note import SHARE, Paper, is_electronic, made_papers
from reports.pack import Numbers, render_pack

Digests = Mapping[str, str]
FACTS = tuple(field.name for field in fields(CreditNote))


def publish_documents(passage: Passage, month: str) -> Summary:
    """Every credit note of a month and the month's pack; a month whose papers are not wanted keeps those still true.

    Where none is asked for and none stands, nothing is read.
    """
    if passage.documents == Rendered.NONE and not _has_papers(passage, month):
        passage.edition.make_folder(f"{month}/avoirs")
        return Summary("documents", {"made": 0, "kept": 0, "invalid": 0})
    notes = month_documents(passage.warehouse, passage.shop, month)
    digests = _digests(passage, notes)
    passage.edition.clear(f"{month}/avoirs")
    passage.edition.make_folder(f"{month}/avoirs")
    new = _not_kept(passage, month, notes, digests)
    is_wanted = passage.shop.documents.renders(month, passage.as_of, passage.documents)
    wanted = new if is_wanted else []
    pack = partial(_publish_pack, passage, month, notes, digests)
    faulty = _render_papers(passage, month, wanted, digests, pack)
    return Summary("documents", {"made": len(wanted), "kept": len(notes) - len(wanted), "invalid": faulty})


def _has_papers(passage: Passage, month: str) -> bool:
    """Whether the shelf shows papers of a month, or we issued some, which are put out as they were issued."""
    shown = passage.folder.published / month
    stand = [*shown.glob("avoirs/*.pdf"), *shown.glob("avoirs-*.pdf")]
    return bool(stand or passage.warehouse.rows("out/issued_papers", month=month))


def _digests(passage: Passage, notes: Sequence[CreditNote]) -> dict[str, str]:
    """What each note's paper is made of. What the shop says on every note is told once, not in each."""
    shop = passage.shop
    identity, returns = shop.identity, shop.returns
    look = digest(code_digest(), shop.documents, (identity, returns), logo(passage.folder, shop))
    facts = {note.number: [getattr(note, name) for name in FACTS] for note in notes}
    return {
        number: digest(look, [fact for fact in told if fact is not identity and fact is not returns])
        for number, told in facts.items()
    }


def _not_kept(passage: Passage, month: str, notes: Sequence[CreditNote], digests: Digests) -> list[CreditNote]:
    """What was issued is put out as it was issued, what has not changed as it was; the notes left to be rendered."""
    kept = issued_papers(passage.warehouse, passage.folder, month)
    for number, content in kept.items():
        passage.edition.render(_path(month, number), digest(content), lambda content=content: content)  # type: ignore[misc]
    others = [note for note in notes if note.number not in kept]
    return [note for note in others if not passage.edition.keep(_path(month, note.number), digests[note.number])]


def _render_papers(
    passage: Passage, month: str, notes: Sequence[CreditNote], digests: Digests, pack: Callable[[], None]
) -> int:
    """Have papers made, a few at a time, then their pack; how many may not be published, where any can be."""
    if not notes:
        pack()
        return 0
    faulty: list[str] = []

    def put(papers: Sequence[Paper], *, is_last: bool) -> None:
        for paper in papers:
            if paper.content:
                passage.edition.write(_path(month, paper.number), paper.content, digests[paper.number])
        faulty.extend(paper.number for paper in papers if paper.faults)
        if is_last:
            pack()

    shop, image = passage.shop, logo(passage.folder, passage.shop)
    passage.press.foresee(len(notes) // SHARE)
    for first in range(0, len(notes), SHARE):
        make = partial(made_papers, notes[first : first + SHARE], shop, image)
        passage.press.make(make, partial(put, is_last=first + SHARE >= len(notes)), month)
    if any(is_electronic(note, shop) for note in notes):
        passage.press.finish(month)
    return len(faulty)


def _publish_pack(passage: Passage, month: str, notes: Sequence[CreditNote], digests: Digests) -> None:
    relative = f"{month}/avoirs-{month}.pdf"
    passage.edition.clear(relative)
    paths = {note.number: passage.edition.root / _path(month, note.number) for note in notes}
    papers = {number: path for number, path in paths.items() if path.exists()}
    gaps = tuple(gap for (gap,) in passage.warehouse.rows("out/number_gaps", month=month))
    numbers = Numbers(gaps, tuple(passage.warehouse.rows("out/numbers_elsewhere", month=month)))
    made_from = digest(code_digest(), passage.shop.documents, digests, sorted(papers), numbers)
    if not passage.edition.keep(relative, made_from):
        pack = partial(render_pack, notes, papers, passage.shop, month, numbers)
        passage.press.make(pack, partial(passage.edition.write, relative, digest=made_from), month)


def _path(month: str, number: str) -> str:
    return f"{month}/avoirs/{file_name(number)}.pdf"
