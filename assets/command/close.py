"""Prepares, approves and seals a month."""

from datetime import date
import getpass
from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.faults import language_of
from assets.command.month_argument import month_argument
from assets.command.verb import as_of_option, verb
from pipelines.domain.messages.answers import answer


@verb
@month_argument
@click.option("--author", default=getpass.getuser, metavar="NOM", help="Qui clôture (défaut : votre compte).")
@as_of_option
def command(shop: Path, month: str, author: str, as_of: date | None) -> Answer:
    """Go as far as this person may; with four eyes, the first prepares and another seals."""
    from assets.closing import close_month

    period = close_month(shop, month, author, as_of)
    facts = {
        "month": period.month,
        "state": period.state,
        "hash": period.hash,
        "previous_hash": period.previous_hash,
        "prepared_by": period.prepared_by,
        "approved_by": period.approved_by,
    }
    return Answer(answer(f"close_{period.state}", language_of(shop), **facts), facts)
