"""E-mails the credit notes not yet sent."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assets.command.answer import Answer
from assets.command.verb import as_of_option, verb

if TYPE_CHECKING:
    from assets.sending import Post
    from pipelines.domain.letters import Outcome

FATES = {"sent": "envoyé", "refused": "refusé", "postponed": "remis à plus tard"}


@verb
@click.option("--dry-run", is_flag=True, help="Montrer ce qui partirait, ne rien envoyer.")
@as_of_option
def command(shop: Path, dry_run: bool, as_of: date | None) -> Answer:
    """Say what was, or would be, sent."""
    from assets.sending import post

    found, outcomes = post(shop, as_of, dry_run=dry_run)
    facts = {
        "dry_run": dry_run,
        "going": [{"credit_note_number": note.number, "recipient": note.buyer.email} for note in found.going],
        "outcomes": [
            {"credit_note_number": it.credit_note_number, "fate": it.fate, "words": it.words} for it in outcomes
        ],
        "without_address": found.without_address,
        "doubtful": found.doubtful,
    }
    return Answer("\n".join(_words(found, outcomes, dry_run=dry_run)), facts)


def _words(found: "Post", outcomes: "list[Outcome]", *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield from (f"{note.number} → {note.buyer.email}" for note in found.going)
        yield f"{len(found.going)} avoir(s) partirai(en)t."
    for outcome in outcomes:
        yield f"{outcome.credit_note_number} : {FATES[outcome.fate]} {outcome.words}".rstrip()
    if not dry_run:
        yield f"{sum(1 for outcome in outcomes if outcome.fate == 'sent')} avoir(s) envoyé(s)."
    if found.without_address:
        yield f"Sans adresse : {', '.join(found.without_address)}"
    if found.doubtful:
        yield f"Partis sans réponse du serveur, à vérifier avec le client : {', '.join(found.doubtful)}"
