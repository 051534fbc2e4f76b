"""Undoes a wrong credit note by a counter-document of its own series; the number stays given."""

from dataclasses import replace
from datetime import date

from pipelines.domain.credit_notes import CreditNote, DocumentType, Means, Nature, OriginInvoice, Settling
from pipelines.domain.folder import ShopFolder
from pipelines.domain.frozen import from_json, to_json
from pipelines.domain.messages import documents as messages
from pipelines.domain.numbering import next_numbers
from pipelines.domain.refusals import Refusal
from pipelines.domain.register import Entry
from pipelines.domain.shop import Shop
from pipelines.steps.numbers import COUNTERED, NUMBERED, check_day, said
from pipelines.steps.register import NUMBERS, append_register
from pipelines.warehouse import Warehouse


def counter_document(
    warehouse: Warehouse, folder: ShopFolder, shop: Shop, number: str, reason: str, as_of: date
) -> CreditNote:
    """The document that would undo a credit note: the same lines invoiced again, set off against it; none is written.

    Raises Refusal when the number is not ours or already undone, or the day cannot be.
    """
    documents = dict(zip(said(folder, NUMBERED, "credit_note_number"), said(folder, NUMBERED, "document"), strict=True))
    if number not in documents:
        raise Refusal(messages.NOT_OURS, "--cancel", value=number)
    if number in said(folder, COUNTERED, "credit_note_number"):
        raise Refusal(messages.ALREADY_CANCELLED, "--cancel", value=number)
    check_day(warehouse, folder, as_of, COUNTERED)
    given = said(folder, COUNTERED, "counter_number")
    counter = next(next_numbers(shop.series.counter_documents, as_of.year, given))
    return _undoing(from_json(CreditNote, documents[number]), counter.text, reason, as_of)


def cancel(folder: ShopFolder, counter: CreditNote, paper: str, at: str, author: str) -> list[Entry]:
    """Write the counter-document into the register: from then on the credit note is undone, whatever happens."""
    assert counter.undoes
    facts = {
        "counter_number": counter.number,
        "credit_note_number": counter.undoes.number,
        "issued_on": str(counter.issued_on),
        "reason": counter.reason,
        "document": to_json(counter),
        "paper": paper,
    }
    return append_register(folder.register, NUMBERS, at, author, [(COUNTERED, facts)])


def _undoing(note: CreditNote, number: str, reason: str, as_of: date) -> CreditNote:
    """An invoice in law (380), since it takes back what was given: the two add up to nothing."""
    return replace(
        note,
        number=number,
        issued_on=as_of,
        nature=Nature.ERROR,
        reason=reason,
        reason_code="",
        settling=Settling(Means.NONE),
        document_type=DocumentType.INVOICE,
        undoes=OriginInvoice(note.number, note.issued_on),
    )
