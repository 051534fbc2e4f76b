"""The nightly job: everything new, every open month."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.verb import as_of_option, verb
from pipelines.domain.folder import ShopFolder


@verb
@as_of_option
@click.option("--documents", default="", metavar="none|AAAA-MM|all", help="Les PDF à produire.")
def command(shop: Path, as_of: date | None, documents: str) -> Answer:
    """Materialise the assets of the shop; the exit code is the one of design.md."""
    from assets.nightly import run_night
    from assets.passage import shop_at

    folder, _ = shop_at(shop)
    night = run_night([shop], folder.dagster_home, as_of, documents)
    return Answer(_words(folder, night.letters.values()), night.told, night.exit_code)


def _words(folder: ShopFolder, letters: Iterable[str]) -> str:
    return "\n".join([*letters, f"Publié : {folder.published}"])
