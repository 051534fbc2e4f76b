"""Numbers the credit notes that are ready; a dry run shows the numbers first."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assets.command.answer import Answer
from assets.command.verb import as_of_option, verb
from pipelines.domain.messages import documents as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.money import ZERO, in_words
from pipelines.domain.refusals import Refusal

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
        language = at.shop.identity.language
    return Answer("\n".join(_words(found, language, dry_run=dry_run)), _facts(found, dry_run=dry_run))


def _cancel(at: "Desk", number: str, reason: str, author: str) -> Answer:
    from assets.issuing import cancel

    if not reason.strip():
        raise Refusal(messages.NO_REASON, "--cancel")
    counter = cancel(at, number, reason, author)
    words = answer("issue_cancelled", at.shop.identity.language, number=number, counter=counter)
    return Answer(words, {"cancelled": number, "counter_document": counter})


def _words(found: "Issued", language: str, *, dry_run: bool) -> Iterator[str]:
    said = partial(answer, language=language)
    yield from (_line(item, language) for item in found.numbered)
    for currency, gross in _totals(found.numbered).items():
        count = sum(1 for item in found.numbered if item.note.currency == currency)
        name = "issue_to_number" if dry_run else "issue_numbered"
        yield said(name, count=count, gross=in_words(gross, currency, language))
    if not found.numbered:
        yield said("issue_none")
    if any(item.note.is_receipt for item in found.numbered):
        yield said("issue_receipts")
    yield from (
        said("issue_refused", draft=draft.draft_id, faults=" ; ".join(faults)) for draft, faults in found.faulty
    )
    yield from (_left(draft, language) for draft in found.left)


def _line(item: "Numbered", language: str) -> str:
    note = item.note
    invoices = ", ".join(invoice.number for invoice in note.origin_invoices)
    said = {
        "number": note.number,
        "day": note.issued_on,
        "order": note.order_id,
        "invoices": invoices or answer("issue_no_invoice", language),
        "gross": in_words(note.gross, note.currency, language),
        "explanation": item.draft.explanation,
    }
    return answer("issue_line", language, **said)


def _left(draft: "Prepared", language: str) -> str:
    said = {
        "draft": draft.draft_id,
        "order": draft.order_id,
        "gross": in_words(draft.gross, draft.currency, language),
        "explanation": draft.explanation,
    }
    return answer("issue_proposed" if draft.readiness == "proposed" else "issue_waiting", language, **said)


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
