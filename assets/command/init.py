"""Creates a shop's folder: a commented `shop.toml`, the empty folders, and the sheet of returns to fill."""

from pathlib import Path

import click

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import shopless_verb
from pipelines.domain import returns_register
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import command as messages
from pipelines.domain.opening import NAME as OPENING
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import NAME, Shop
from pipelines.domain.shop.template import template

WORDS = """La boutique est prête : {root}
  1. complétez {settings} (nom, SIREN, adresse) ;
  2. déposez vos exports dans {inbox} ; si votre boutique n'exporte pas ses retours, notez-les dans {register}
     et déposez-le avec eux ;
  3. lancez : lettrage run --shop {root}"""


@shopless_verb
@click.argument("folder", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path))
@click.option("--opening", is_flag=True, help="Écrire aussi ouverture.xlsx, à remplir et à déposer.")
def command(folder: Path, *, opening: bool) -> Answer:
    """Write the settings and the folders of a new shop; a shop already there is left alone."""
    settings = folder / NAME
    if settings.exists():
        raise Refusal(messages.NOT_EMPTY, str(folder))
    shop = ShopFolder(folder)
    for path in (shop.inbox, shop.archive, shop.register, shop.warehouse.parent):
        path.mkdir(parents=True, exist_ok=True)
    settings.write_text(template(), encoding="utf-8")
    register = folder / returns_register.NAME
    register.write_bytes(_register())
    if opening:
        (folder / OPENING).write_bytes(_opening())
    words = WORDS.format(root=folder, settings=settings, inbox=shop.inbox, register=register)
    return Answer(words, {"shop": str(folder), "settings": str(settings), "inbox": str(shop.inbox)})


def _register() -> bytes:
    from reports.returns_register import returns_register as sheet

    return sheet()


def _opening() -> bytes:
    from reports.opening import opening_workbook

    return opening_workbook(Shop(), Clock(Shop().identity.time_zone).today().replace(day=1))
