"""Turns one credit note into the bytes of a PDF/A-3b, always the same for the same note."""

from pathlib import Path

from pipelines.domain.credit_notes import CreditNote, totals_per_rate
from pipelines.domain.shop import Shop
from reports.credit_note import sentences
from reports.credit_note.layout import pages, templates
from reports.credit_note.words import MENTIONS, NATURES, words

FOLDER = Path(__file__).parent


def render_credit_note(note: CreditNote, shop: Shop) -> bytes:
    """The PDF of one credit note."""
    return pages(credit_note_html(note, shop), shop, identifier=note.number)


def credit_note_html(note: CreditNote, shop: Shop) -> str:
    """The page before layout; every value is escaped, every name must be filled."""
    language = shop.identity.language.value
    template = templates(FOLDER, language).get_template("credit_note.html.j2")
    return template.render(
        note=note,
        seller=note.seller,
        language=language,
        words=words(language),
        title=_title(note, language),
        colon="\u00a0:" if language == "fr" else ":",
        has_logo=False,
        cancels=sentences.cancels(note, language),
        settlement=sentences.settlement(note.settling, language),
        mention=MENTIONS[language][note.vat_case],
        totals=totals_per_rate(note.lines),
        contacts=sentences.contacts(note.seller),
        rights=[] if note.buyer.is_company else sentences.rights(shop.returns, language),
        kind=NATURES[language][note.nature],
        footer=shop.documents.footer,
    )


def _title(note: CreditNote, language: str) -> str:
    if note.is_receipt:
        return words(language)["receipt"]
    return words(language)["credit_note_company" if note.buyer.is_company else "credit_note"]
