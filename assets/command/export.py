"""A month in an accounting software's format, from the last passage."""

from pathlib import Path

import click

from assets.command.answer import Answer
from assets.command.month_argument import month_argument
from assets.command.verb import verb
from assets.passage import shop_at
from pipelines.domain.messages import books as messages
from pipelines.domain.refusals import Refusal
from pipelines.steps.month_books import shelf_books
from pipelines.warehouse import Warehouse
from pipelines.warehouse.shelf import open_shelf


@verb
@month_argument
@click.option("--to", "name", required=True, metavar="FORMAT", help="fec, cegid, quadra, ebp, hledger…")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    metavar="DOSSIER",
    help="Où écrire (défaut : ici).",
)
def command(shop: Path, month: str, name: str, into: Path) -> Answer:
    """Write the month's files in one format."""
    from reports.exports.formats import export

    found, settings = shop_at(shop)
    with open_shelf(found.published / "tables") as shelf:
        _check(shelf, month)
        files = export(shelf_books(shelf, settings, month), name)
    paths = [into / Path(file.path).name for file in files]
    for path, file in zip(paths, files, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return Answer("\n".join(str(path) for path in paths), {"files": [str(path) for path in paths]})


def _check(shelf: Warehouse, month: str) -> None:
    known = [row[0] for row in shelf.rows("shelf/journal_months")]
    if month not in known:
        raise Refusal(messages.NOTHING_TO_EXPORT, month=month, known=", ".join(known) or "aucun")
