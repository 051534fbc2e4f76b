"""Turns one credit note into the bytes of a PDF/A-3b, always the same for the same note."""

from pathlib import Path

from pipelines.domain.credit_notes import CreditNote, DocumentType, totals_per_rate
from pipelines.domain.shop import Shop
from reports.credit_note import sentences
from reports.credit_note.layout import pages, pages_with_data, templates
from reports.credit_note.words import words
from reports.electronic import electronic_credit_note, faults

FOLDER = Path(__file__).parent


class UnfitDocumentError(ValueError):
    """The electronic document of a credit note breaks a rule; the faults are said in `args`."""


def render_credit_note(note: CreditNote, shop: Shop, logo: bytes = b"") -> bytes:
    """The PDF of one credit note, with its Factur-X document where we are the ones who issue it.

    Raises UnfitDocumentError, naming the rules, when that document may not be published.
    """
    html = credit_note_html(note, shop, has_logo=bool(logo))
    if not is_electronic(note, shop):
        return pages(html, shop, note.number, logo)
    return pages_with_data(html, shop, note.number, logo, fit_document(note), note.issued_on)


def is_electronic(note: CreditNote, shop: Shop) -> bool:
    """A proof of refund is no invoice, and a duplicate carries data only when the shop asks for it."""
    return not note.is_receipt and (not note.is_duplicate or shop.documents.factur_x_on_duplicates)


def fit_document(note: CreditNote) -> bytes:
    """The electronic document, having passed its XSD and our own rules. Raises UnfitDocumentError."""
    try:
        xml = electronic_credit_note(note)
    except ValueError as error:
        raise UnfitDocumentError(str(error)) from None
    found = faults(xml)
    if found:
        raise UnfitDocumentError(*found)
    return xml


def credit_note_html(note: CreditNote, shop: Shop, *, has_logo: bool = False) -> str:
    """The page before layout; every value is escaped, every name must be filled."""
    language = shop.identity.language.value
    template = templates(FOLDER, language).get_template("credit_note.html.j2")
    return template.render(
        note=note,
        seller=note.seller,
        language=language,
        words=words(language),
        title=_title(note, language),
        legal_name=sentences.legal_name(note.seller),
        has_logo=has_logo,
        cancels=sentences.cancels(note, language),
        subject=sentences.subject(note, language),
        settlement=sentences.settled(note, language),
        mention=sentences.mentions(note, language),
        total=words(language)[_total(note)],
        totals=totals_per_rate(note.lines),
        notices=sentences.notices(note, language),
    )


def _title(note: CreditNote, language: str) -> str:
    return words(language)[_kind(note)]


def _kind(note: CreditNote) -> str:
    if note.undoes:
        return "counter_receipt" if note.is_receipt else "counter_document"
    if note.is_receipt:
        return "receipt"
    if note.document_type is DocumentType.DEPOSIT:
        return "deposit"
    return "credit_note_company" if note.buyer.is_company else "credit_note"


def _total(note: CreditNote) -> str:
    if note.undoes:
        return "restored"
    return "repaid" if note.is_receipt else "credited"
