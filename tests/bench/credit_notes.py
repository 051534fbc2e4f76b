"""Credit notes a second on two cores, with Factur-X and XSD, then with the schematrons, against a plain loop of WeasyPrint."""

from collections.abc import Callable, Iterable
import resource
from time import perf_counter

from weasyprint import HTML

from reports.credit_note import document_faults, render_credit_notes
from reports.credit_note.layout import FOLDER, templates
from reports.credit_note.pdf import credit_note_html
from tests.reports.notes import NOTE, SHOP, note

MANY, FEW = 2_000, 20


def bench() -> str:
    """Papers a second, and the processor's milliseconds each: the wall clock alone also tells what else the machine does."""
    notes = [note(number=f"AV-2026-{rank:06d}", lines=NOTE.lines[: 1 + rank % 3]) for rank in range(MANY)]
    papers, paper_cost = _measured(lambda: (paper.content for paper in render_credit_notes(notes, SHOP)))
    checks, check_cost = _measured(lambda: (not faults for faults in document_faults(notes)))
    checked = 1 / (1 / papers + 1 / checks)
    return (
        f"credit notes: {MANY} papers with Factur-X and XSD, {papers:.1f}/s ({paper_cost:.0f} ms of processor each); with the "
        f"schematrons too, {checked:.1f}/s ({paper_cost + check_cost:.0f} ms); a plain write_pdf loop {_plain():.1f}/s"
    )


def _measured(make: Callable[[], Iterable[object]]) -> tuple[float, float]:
    """How many a second, and the milliseconds of processor each took in the processes that made them."""
    began, spent = perf_counter(), _spent()
    made = sum(bool(thing) for thing in make())
    assert made == MANY, made
    return made / (perf_counter() - began), (_spent() - spent) / made * 1000


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _plain() -> float:
    style = templates(FOLDER, "fr").get_template("credit_note.css.j2")
    css = style.render(ink="#1f3a5f", wash="#eef1f4", line="#ccd3da", legal="", page="page")
    pages = [f"<!doctype html><style>{css}</style>{credit_note_html(note(number=f'AV-{n}'), SHOP)}" for n in range(FEW)]
    began = perf_counter()
    for page in pages:
        HTML(string=page).write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True)
    return FEW / (perf_counter() - began)
