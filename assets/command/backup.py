"""Keeps the whole shop in one verified file."""

from pathlib import Path

import click

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.messages.answers import answer
from pipelines.steps.keep import back_up
from pipelines.warehouse import open_warehouse


@verb
@click.argument("target", metavar="FICHIER", type=click.Path(dir_okay=False, path_type=Path))
def command(shop: Path, target: Path) -> Answer:
    """Close what is being written, copy, read back."""
    folder, settings = shop_at(shop)
    with held(folder, "backup", Clock(settings.identity.time_zone)):
        if folder.warehouse.exists():
            with open_warehouse(folder.warehouse) as warehouse:
                warehouse.connection.execute("checkpoint")
        kept = back_up(folder, target).as_metadata()
    weight = int(kept["bytes"]) // 1024
    words = answer("backup", settings.identity.language, files=kept["files"], target=target, weight=weight)
    return Answer(words, {"file": str(target), **kept})
