"""Numbers the credit notes that are ready; a dry run shows the numbers first."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assets.command.answer import Answer
from assets.command.verb import as_of_option, verb
from pipelines.domain.messages import documents as messages
from pipelines.domain.money import ZERO, in_words
from pipelines.domain.refusals import Refusal

RECEIPTS = "Sans facture (shop.toml, invoices) : ce sont des justificatifs de remboursement, non des avoirs."

if TYPE_CHECKING:
    from assets.issuing import Desk, Issued
    from pipelines.steps.issue import Numbered, Prepared


@verb
@click.option("--dry-run", is_flag=True, help="Montrer les numéros, n'en donner aucun.")
@click.option("--proposed", is_flag=True, help="Numéroter aussi les avoirs proposés.")
@click.option("--draft", "named", multiple=True, metavar="PROJET", help="Numéroter aussi ce projet ; répétez l'option.")
@click.option("--cancel", default="", metavar="AVOIR", help="Annuler cet avoir par un contre-document.")
@click.option("--reason", default="", metavar="TEXTE", help="Pourquoi il est annulé.")
@click.option("--author", default=getpass.getuser, metavar="NOM", help="Qui émet (défaut : votre compte).")
@as_of_option
def command(
    shop: Path,
    dry_run: bool,
    proposed: bool,
    named: tuple[str, ...],
    cancel: str,
    reason: str,
    author: str,
    as_of: date | None,
) -> Answer:
    """Say what is, or would be, issued."""
    from assets.issuing import carry_out, desk, plan

    with desk(shop, as_of) as at:
        if cancel:
            return _cancel(at, cancel, reason, author)
        found = plan(at, proposed=proposed, named=named)
        if not dry_run:
            carry_out(at, found, author)
    return Answer("\n".join(_words(found, dry_run=dry_run)), _facts(found, dry_run=dry_run))


def _cancel(at: "Desk", number: str, reason: str, author: str) -> Answer:
    from assets.issuing import cancel

    if not reason.strip():
        raise Refusal(messages.NO_REASON, "--cancel")
    counter = cancel(at, number, reason, author)
    return Answer(f"{number} est annulé par {counter}.", {"cancelled": number, "counter_document": counter})


def _words(found: "Issued", *, dry_run: bool) -> Iterator[str]:
    yield from (_line(item) for item in found.numbered)
    for currency, gross in _totals(found.numbered).items():
        verb_words = "à numéroter" if dry_run else "numéroté(s)"
        count = sum(1 for item in found.numbered if item.note.currency == currency)
        yield f"{count} avoir(s) {verb_words}, total {in_words(gross, currency)}."
    if not found.numbered:
        yield "Aucun avoir n'est prêt."
    if any(item.note.is_receipt for item in found.numbered):
        yield RECEIPTS
    yield from (f"Refusé {draft.draft_id} : {' ; '.join(faults)}" for draft, faults in found.faulty)
    yield from (_left(draft) for draft in found.left)


def _line(item: "Numbered") -> str:
    note = item.note
    invoices = ", ".join(invoice.number for invoice in note.origin_invoices) or "sans facture"
    gross = in_words(note.gross, note.currency)
    return f"{note.number}  {note.issued_on}  commande {note.order_id}  {invoices}  {gross}  ({item.draft.explanation})"


def _left(draft: "Prepared") -> str:
    kind = "Proposé" if draft.readiness == "proposed" else "En attente de décision"
    gross = in_words(draft.gross, draft.currency)
    return f"{kind} : {draft.draft_id}, commande {draft.order_id}, {gross} ({draft.explanation})"


def _totals(numbered: "Sequence[Numbered]") -> dict[str, Decimal]:
    totals: dict[str, Decimal] = {}
    for item in numbered:
        totals[item.note.currency] = totals.get(item.note.currency, ZERO) + item.note.gross
    return totals


def _facts(found: "Issued", *, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "numbered": [
            {
                "credit_note_number": item.note.number,
                "issued_on": item.note.issued_on,
                "order_id": item.note.order_id,
                "draft_id": item.draft.draft_id,
                "origin_invoices": [invoice.number for invoice in item.note.origin_invoices],
                "gross": item.note.gross,
                "currency": item.note.currency,
            }
            for item in found.numbered
        ],
        "totals": _totals(found.numbered),
        "refused": [{"draft_id": draft.draft_id, "faults": faults} for draft, faults in found.faulty],
        "left": [
            {"draft_id": draft.draft_id, "readiness": draft.readiness, "order_id": draft.order_id, "gross": draft.gross}
            for draft in found.left
        ],
    }
