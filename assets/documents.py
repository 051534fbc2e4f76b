"""Publishes a month's credit notes and their pack: what has not changed since the last edition is linked, not made."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import partial

from assets.passage import Passage
from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.numbering import file_name
from pipelines.domain.summaries import Summary
from pipelines.steps.documents import issued_papers, logo, month_documents
from pipelines.steps.progress import code_digest
from pipelines.steps.publish import digest
from reports.credit_note import render_credit_notes
from reports.pack import Numbers, render_pack

Digests = Mapping[str, str]
FACTS = tuple(field.name for field in fields(CreditNote))


def publish_documents(passage: Passage, month: str) -> Summary:
    """Every credit note of a month and the month's pack; a month whose papers are not wanted keeps those still true."""
    notes = month_documents(passage.warehouse, passage.shop, month)
    digests = _digests(passage, notes)
    passage.edition.clear(f"{month}/avoirs")
    passage.edition.make_folder(f"{month}/avoirs")
    is_wanted = passage.shop.documents.renders(month, passage.as_of, passage.documents)
    made, faulty = _publish_papers(passage, month, notes, digests, is_wanted)
    _publish_pack(passage, month, notes, digests)
    return Summary("documents", {"made": made, "kept": len(notes) - made, "invalid": faulty})


def _digests(passage: Passage, notes: Sequence[CreditNote]) -> dict[str, str]:
    """What each note's paper is made of. What the shop says on every note is told once, not in each."""
    shop = passage.shop
    said = (shop.identity, shop.returns)
    look = digest(code_digest(), shop.documents, said, logo(passage.folder, shop))
    facts = {note.number: [getattr(note, name) for name in FACTS] for note in notes}
    return {
        number: digest(look, [fact for fact in told if not any(fact is each for each in said)])
        for number, told in facts.items()
    }


def _publish_papers(
    passage: Passage, month: str, notes: Sequence[CreditNote], digests: Digests, is_wanted: bool
) -> tuple[int, int]:
    """What was issued is put out as it was issued; the rest is rendered where what it is made of has changed."""
    kept = issued_papers(passage.warehouse, passage.folder, month)
    for number, content in kept.items():
        passage.edition.render(_path(month, number), digest(content), lambda content=content: content)  # type: ignore[misc]
    others = [note for note in notes if note.number not in kept]
    return _render_papers(passage, month, others, digests, is_wanted)


def _render_papers(
    passage: Passage, month: str, notes: Sequence[CreditNote], digests: Digests, is_wanted: bool
) -> tuple[int, int]:
    shop = passage.shop
    new = [note for note in notes if not passage.edition.keep(_path(month, note.number), digests[note.number])]
    faulty = 0
    for paper in render_credit_notes(new if is_wanted else [], shop, logo(passage.folder, shop)):
        faulty += bool(paper.faults)
        if paper.content:
            path, made = _path(month, paper.number), digests[paper.number]
            passage.edition.render(path, made, lambda content=paper.content: content)  # type: ignore[misc]
    return len(new) if is_wanted else 0, faulty


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
