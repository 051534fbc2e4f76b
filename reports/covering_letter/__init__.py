"""The e-mail that carries a credit note to its customer: the same few words as text and as a page."""

from pathlib import Path

from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.letters import Letter
from pipelines.domain.money import in_words
from pipelines.domain.numbering import file_name
from pipelines.domain.shop import Shop
from reports.credit_note.colors import ink
from reports.credit_note.layout import templates
from reports.credit_note.sentences import cancels, contacts, settled

FOLDER = Path(__file__).parent
WORDS = {
    "fr": {
        "credit_note": "Votre avoir",
        "receipt": "Votre remboursement",
        "counter_document": "Annulation de votre avoir",
        "hello": "Bonjour",
        "credit_note_attached": "Vous trouverez ci-joint votre avoir n°",
        "receipt_attached": "Vous trouverez ci-joint le justificatif de votre remboursement, n°",
        "counter_document_attached": "Un avoir vous a été adressé par erreur. Voici son annulation, n°",
        "of": "d’un montant de",
        "questions": "Une question ?",
        "regards": "Bien à vous,",
    },
    "en": {
        "credit_note": "Your credit note",
        "receipt": "Your refund",
        "counter_document": "Your credit note is cancelled",
        "hello": "Hello",
        "credit_note_attached": "Please find attached your credit note no.",
        "receipt_attached": "Please find attached the proof of your refund, no.",
        "counter_document_attached": "A credit note was sent to you by mistake. Here is its cancellation, no.",
        "of": "for",
        "questions": "Any question?",
        "regards": "Kind regards,",
    },
}

__all__ = ["covering_letter"]


def covering_letter(note: CreditNote, shop: Shop, paper: bytes) -> Letter:
    """The letter of one credit note."""
    language = shop.identity.language.value
    said, kind = WORDS[language], _kind(note)
    facts = {
        "note": note,
        "shop": shop.identity,
        "words": said,
        "attached": said[f"{kind}_attached"],
        "gross": in_words(note.gross, note.currency, language),
        "cancels": cancels(note, language),
        "settlement": settled(note, language),
        "contacts": contacts(shop.identity),
        "language": language,
        "ink": ink(shop.documents.color),
    }
    subject = f"{said[kind]} {note.number} – {shop.identity.name}"
    page = templates(FOLDER, language).get_template("letter.html.j2").render(facts)
    return Letter(note.number, note.buyer.email, subject, _text(facts), page, f"{file_name(note.number)}.pdf", paper)


def _kind(note: CreditNote) -> str:
    if note.undoes:
        return "counter_document"
    return "receipt" if note.is_receipt else "credit_note"


def _text(facts: dict[str, object]) -> str:
    """The same words without a page around them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    plain = Environment(loader=FileSystemLoader(FOLDER), undefined=StrictUndefined, autoescape=False)  # noqa: S701 (plain text)
    return plain.get_template("letter.txt.j2").render(facts).strip() + "\n"
