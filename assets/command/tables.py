"""Every core and out table of the last passage, whole history, as Parquet."""

from pathlib import Path
import shutil

import click

from assets.command.answer import Answer
from assets.command.verb import verb
from assets.passage import shop_at
from pipelines.domain.messages import command as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.refusals import Refusal


@verb
@click.argument("folder", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path))
def command(shop: Path, folder: Path) -> Answer:
    """Copy the shelf's tables into a folder, created if need be; no layer in the names."""
    found, settings = shop_at(shop)
    tables = found.published.resolve() / "tables"
    if not tables.is_dir():
        raise Refusal(messages.NOTHING_PUBLISHED, str(shop), inbox=found.inbox)
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(path.name for path in tables.glob("*.parquet"))
    for name in names:
        shutil.copy2(tables / name, folder / name)
    words = answer("tables", settings.identity.language, count=len(names), folder=folder)
    return Answer(words, {"folder": str(folder), "tables": names})
