"""Recomputes the hash chain, every control total, every table and every published file."""

from pathlib import Path

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.messages.answers import answer
from pipelines.steps.verify import verify
from pipelines.warehouse import open_warehouse


@verb
def command(shop: Path) -> Answer:
    """Name the first thing that differs, or say how much was proved."""
    folder, settings = shop_at(shop)
    with held(folder, "verify", Clock(settings.identity.time_zone)), open_warehouse(folder.warehouse) as warehouse:
        facts = verify(warehouse, folder, settings).as_metadata()
    return Answer(answer("verify", settings.identity.language, **facts), facts)
