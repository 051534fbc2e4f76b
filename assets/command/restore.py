"""Puts a backup back into a new folder, every file checked first."""

from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.faults import language_of
from assets.command.verb import verb
from pipelines.domain.messages.answers import answer
from pipelines.steps.keep import restore


@verb
@click.argument("source", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(shop: Path, source: Path) -> Answer:
    """The next run publishes everything again."""
    found = restore(source, shop).as_metadata()
    words = answer("restore", language_of(shop), files=found["files"], shop=shop)
    return Answer(words, {"shop": str(shop), **found})
