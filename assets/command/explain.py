"""One return's whole story, read from the shelf, from any of its numbers."""

from dataclasses import asdict
from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.verb import verb
from assets.passage import shop_at
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal
from pipelines.steps.explain import explain
from pipelines.warehouse.shelf import open_shelf


@verb
@click.argument("number", metavar="NUMÉRO")
def command(shop: Path, number: str) -> Answer:
    """Tell what was read, which rule won, what is missing."""
    folder, settings = shop_at(shop)
    with open_shelf(folder.published / "tables") as shelf:
        told = explain(shelf, number)
    if not told:
        raise Refusal(messages.UNKNOWN_NUMBER, number)
    language = str(settings.identity.language)
    return Answer("\n".join(one.line(language) for one in told), [asdict(one) for one in told])
