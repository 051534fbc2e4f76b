"""Credit notes a second on two cores, with Factur-X and XSD, then the schematrons too, against a plain loop of WeasyPrint."""

from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter, process_time

from weasyprint import HTML

from pipelines.domain.credit_notes import CreditNote, CreditNoteLine, Party
from reports.credit_note import document_faults, render_credit_note, render_credit_notes
from reports.credit_note.layout import FOLDER, templates
from reports.credit_note.pdf import credit_note_html
from tests.reports.notes import SHOP, line, note

MANY, FEW = 2_000, 20
ARTICLES = ("Lampe à poser", "Bougie parfumée figuier", "Carnet de recettes", "Plaid en laine", "Vase en grès émaillé")
COLOURS = ("brume", "terre de Sienne", "vert sauge", "bleu nuit", "écru", "noir", "safran")


def bench() -> str:
    """Papers a second of the clock, and the processor's time for one: the clock tells what else the machine does, too."""
    notes = [_note(rank) for rank in range(MANY)]
    papers = _rate(paper.content for paper in render_credit_notes(notes, SHOP))
    checks = _rate(not faults for faults in document_faults(notes))
    few = notes[:FEW]
    ours, plain = _cost(lambda found: render_credit_note(found, SHOP), few), _cost(_plain, few)
    checked = _cost(lambda found: list(document_faults([found])), few)
    return (
        f"credit notes: {MANY} papers with Factur-X and XSD {papers:.1f}/s, with the schematrons too "
        f"{1 / (1 / papers + 1 / checks):.1f}/s; of one processor, a paper takes {ours:.0f} ms, its schematrons "
        f"{checked:.0f} ms, and in a plain write_pdf loop {plain:.0f} ms"
    )


def _note(rank: int) -> CreditNote:
    """A note of its own customer, order, articles and amounts: of one to three lines, as most are."""
    buyer = Party(f"Camille {rank:x} Lefèvre", f"{rank % 300} allée des Érables", f"{44000 + rank % 800}", "Nantes")
    lines = tuple(_line(rank * 3 + place) for place in range(1 + rank % 3))
    return note(number=f"AV-2026-{rank:06d}", order_id=f"{100_000 + rank}", buyer=buyer, lines=lines)


def _line(rank: int) -> CreditNoteLine:
    title = f"{ARTICLES[rank % 5]} {COLOURS[rank % 7]}, modèle {rank % 211}"
    return line(
        title,
        f"{1 + rank % 4 // 3}",
        f"{5 + rank % 173}.{rank % 10}0",
        ("20", "5.5")[rank % 9 == 0],
        f"ART-{rank % 7385}",
    )


def _rate(made: Iterable[object]) -> float:
    """How many a second, by as many processes as make them."""
    began = perf_counter()
    count = sum(bool(thing) for thing in made)
    assert count == MANY, count
    return count / (perf_counter() - began)


def _cost(work: Callable[[CreditNote], object], notes: list[CreditNote]) -> float:
    """The processor's milliseconds for one, the usual one of those measured once all is loaded."""
    spent = []
    for found in notes:
        began = process_time()
        work(found)
        spent.append(process_time() - began)
    return median(spent[2:]) * 1000


def _plain(found: CreditNote) -> bytes:
    style = templates(FOLDER, "fr").get_template("credit_note.css.j2")
    css = style.render(ink="#1f3a5f", wash="#eef1f4", line="#ccd3da", legal="", page="page")
    page = f"<!doctype html><style>{css}</style>{credit_note_html(found, SHOP)}"
    return bytes(HTML(string=page).write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True))
