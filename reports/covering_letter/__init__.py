"""The e-mail that carries a credit note to its customer: the same few words as text and as a page."""

from pathlib import Path

from pipelines.domain.credit_notes import CreditNote
from pipelines.domain.letters import Letter
from pipelines.domain.numbering import file_name
from pipelines.domain.shop import Shop
from reports.credit_note.colors import ink
from reports.credit_note.figures import money
from reports.credit_note.layout import templates
from reports.credit_note.sentences import cancels, contacts, settlement

FOLDER = Path(__file__).parent
WORDS = {
    "fr": {
        "subject": "Votre avoir",
        "receipt": "Votre remboursement",
        "hello": "Bonjour",
        "attached": "Vous trouverez ci-joint votre avoir n°",
        "receipt_attached": "Vous trouverez ci-joint le justificatif de votre remboursement, n°",
        "of": "d’un montant de",
        "questions": "Une question ?",
        "regards": "Bien à vous,",
    },
    "en": {
        "subject": "Your credit note",
        "receipt": "Your refund",
        "hello": "Hello",
        "attached": "Please find attached your credit note no.",
        "receipt_attached": "Please find attached the proof of your refund, no.",
        "of": "for",
        "questions": "Any question?",
        "regards": "Kind regards,",
    },
}

__all__ = ["covering_letter"]


def covering_letter(note: CreditNote, shop: Shop, paper: bytes) -> Letter:
    """The letter of one credit note."""
    language = shop.identity.language.value
    said = WORDS[language]
    facts = {
        "note": note,
        "shop": shop.identity,
        "words": said,
        "attached": said["receipt_attached" if note.is_receipt else "attached"],
        "gross": money(note.gross, note.currency, language),
        "cancels": cancels(note, language),
        "settlement": settlement(note.settling, language),
        "contacts": contacts(shop.identity),
        "language": language,
        "ink": ink(shop.documents.color),
    }
    subject = f"{said['receipt' if note.is_receipt else 'subject']} {note.number} – {shop.identity.name}"
    page = templates(FOLDER, language).get_template("letter.html.j2").render(facts)
    return Letter(note.number, note.buyer.email, subject, _text(facts), page, f"{file_name(note.number)}.pdf", paper)


def _text(facts: dict[str, object]) -> str:
    """The same words without a page around them."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    plain = Environment(loader=FileSystemLoader(FOLDER), undefined=StrictUndefined, autoescape=False)  # noqa: S701 (plain text)
    return plain.get_template("letter.txt.j2").render(facts).strip() + "\n"
