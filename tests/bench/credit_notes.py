"""Credit notes a second: with Factur-X and XSD, on two cores, against a plain loop of WeasyPrint over the same pages."""

from time import perf_counter

from weasyprint import HTML

from reports.credit_note import render_credit_notes
from reports.credit_note.layout import FOLDER, templates
from reports.credit_note.pdf import credit_note_html
from tests.reports.notes import NOTE, SHOP, note

MANY, FEW = 2_000, 20


def bench() -> str:
    notes = [note(number=f"AV-2026-{rank:06d}", lines=NOTE.lines[: 1 + rank % 3]) for rank in range(MANY)]
    began = perf_counter()
    made = sum(bool(paper.content) for paper in render_credit_notes(notes, SHOP))
    ours = made / (perf_counter() - began)
    return f"credit notes: {made} papers, {ours:.1f}/s; a plain write_pdf loop {_plain():.1f}/s"


def _plain() -> float:
    style = templates(FOLDER, "fr").get_template("credit_note.css.j2")
    css = style.render(ink="#1f3a5f", wash="#eef1f4", line="#ccd3da", legal="", page="page")
    pages = [f"<!doctype html><style>{css}</style>{credit_note_html(note(number=f'AV-{n}'), SHOP)}" for n in range(FEW)]
    began = perf_counter()
    for page in pages:
        HTML(string=page).write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True)
    return FEW / (perf_counter() - began)
