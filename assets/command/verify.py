"""Recomputes the hash chain, every control total, every table and every published file."""

from pathlib import Path

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.steps.verify import verify
from pipelines.warehouse import open_warehouse

WORDS = (
    "Tout concorde : {months} mois scellé(s), {controls} contrôle(s), {tables} table(s), {files} fichier(s) publié(s)."
)


@verb
def command(shop: Path) -> Answer:
    """Name the first thing that differs, or say how much was proved."""
    folder, settings = shop_at(shop)
    with held(folder, "verify", Clock(settings.identity.time_zone)), open_warehouse(folder.warehouse) as warehouse:
        facts = verify(warehouse, folder, settings).as_metadata()
    return Answer(WORDS.format(**facts), facts)
