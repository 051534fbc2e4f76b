"""Binds the summary page and the papers of a month into one PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
import io
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.numbering import runs
from pipelines.domain.shop import Shop
from reports.credit_note import figures
from reports.credit_note.layout import pages, templates
from reports.pack import summary
from reports.pack.words import words

if TYPE_CHECKING:
    import pikepdf

FOLDER = Path(__file__).parent
SHOWN_GAPS = 60


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the month's series say beyond its own documents: gaps in words, and numbers other months bear, by series."""

    gaps: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, int], ...] = ()


NONE = Numbers()


def render_pack(
    notes: Sequence[CreditNote], papers: Mapping[str, Path], shop: Shop, month: str, numbers: Numbers = NONE
) -> bytes:
    """The pack of one month; `papers` are the files of the credit notes by number, those without one are left out."""
    import pikepdf

    bound = [note.number for note in notes if note.number in papers]
    with pikepdf.open(io.BytesIO(_summary(notes, shop, month, numbers))) as pack:
        starts = []
        for number in bound:
            starts.append((number, len(pack.pages)))
            _append(pack, papers[number])
        with pack.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(title, page) for title, page in starts)
        return _bytes(pack)


def _append(pack: "pikepdf.Pdf", paper: Path) -> None:
    import pikepdf

    with pikepdf.open(paper) as source:
        pack.pages.extend(source.pages)


def _bytes(pack: "pikepdf.Pdf") -> bytes:
    content = io.BytesIO()
    pack.save(content, deterministic_id=True)
    return content.getvalue()


def _summary(notes: Sequence[CreditNote], shop: Shop, month: str, numbers: Numbers) -> bytes:
    language = shop.identity.language.value
    said = words(language)
    template = templates(FOLDER, language).get_template("pack.html.j2")
    credited = [note for note in notes if not note.undoes]
    html = template.render(
        language=language,
        words=said,
        title=f"{said['heading']} {month}",
        seller=shop.identity,
        month=figures.month(month, language),
        count=len(credited),
        gross_by_currency=summary.gross_by_currency(credited),
        undone=summary.gross_by_currency([note for note in notes if note.undoes]),
        rates=summary.rates(credited),
        means=[(said[total.means], total) for total in summary.means(credited)],
        runs=runs(note.number for note in notes),
        elsewhere=dict(numbers.elsewhere),
        missing=numbers.gaps[:SHOWN_GAPS],
    )
    return pages(html, shop, identifier=month)
