"""Makes a shop's folder of the real Online Retail export, with refunds invented for its credit notes."""

from datetime import date
from pathlib import Path
import shutil

import click

from assets.command.answer import Answer
from assets.command.verb import shopless_verb
from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import NAME, read_shop

LAST_DAY = date(2011, 12, 31)


@shopless_verb
@click.argument("export", metavar="FICHIER", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path), default="online-retail")
@click.option("--seed", type=int, default=2026, show_default=True, help="Le tirage des remboursements.")
def command(export: Path, into: Path, seed: int) -> Answer:
    """Read the export, write the refunds of its credit notes in the plain format and the truth beside them."""
    from pipelines.sample.online_retail_refunds import SHOP, write_refunds
    from pipelines.steps.ingest import ingest
    from pipelines.steps.normalise import normalise
    from pipelines.warehouse import open_warehouse

    folder = ShopFolder(into)
    folder.inbox.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(export, folder.inbox / export.name)
    (into / NAME).write_text(SHOP, encoding="utf-8")
    shop = read_shop(into)
    folder.warehouse.parent.mkdir(parents=True, exist_ok=True)
    with open_warehouse(folder.warehouse) as warehouse:
        figures = ingest(warehouse, shop, folder).as_metadata()
        figures |= normalise(warehouse, shop, LAST_DAY).as_metadata()
        write_refunds(warehouse, into, seed)
    words = f"{figures['credit_notes']} avoirs : {folder.inbox / 'refunds.csv'}, la vérité dans {into / 'truth'}"
    return Answer(f"{words}\nPuis : lettrage run --shop {into} --as-of {LAST_DAY} --documents 2011-12", figures)
