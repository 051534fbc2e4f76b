"""E-mails the credit notes not yet sent."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assets.command.answer import Answer
from assets.command.faults import language_of
from assets.command.verb import as_of_option, verb
from pipelines.domain.messages.answers import answer

if TYPE_CHECKING:
    from assets.sending import Post
    from pipelines.domain.letters import Outcome


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
    return Answer("\n".join(_words(found, outcomes, language_of(shop), dry_run=dry_run)), facts)


def _words(found: "Post", outcomes: "list[Outcome]", language: str, *, dry_run: bool) -> Iterator[str]:
    said = partial(answer, language=language)
    if dry_run:
        yield from (f"{note.number} → {note.buyer.email}" for note in found.going)
        yield said("send_going", count=len(found.going))
    for outcome in outcomes:
        fate = said(f"fate_{outcome.fate}")
        yield said("send_line", number=outcome.credit_note_number, fate=fate, words=outcome.words).rstrip()
    if not dry_run:
        yield said("send_sent", count=sum(outcome.fate == "sent" for outcome in outcomes))
    if found.without_address:
        yield said("send_without_address", numbers=", ".join(found.without_address))
    if found.doubtful:
        yield said("send_doubtful", numbers=", ".join(found.doubtful))
