"""Erases a person's data from the working tables; accounting documents are kept, and the answer says why."""

import getpass
from pathlib import Path

import click

from assets.clock import Clock
from assets.command.answer import Answer
from assets.command.verb import verb
from assets.lock import held
from assets.passage import shop_at
from pipelines.domain.forgetting import Forgotten
from pipelines.domain.messages import forget as messages
from pipelines.domain.messages.answers import answer
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import Shop
from pipelines.steps.forget import forget, forget_expired
from pipelines.steps.tables import note_tables
from pipelines.warehouse import open_warehouse


@verb
@click.argument("person", metavar="ADRESSE", required=False)
@click.option("--expired", is_flag=True, help="Tout ce qui a passé la durée de conservation de shop.toml.")
@click.option("--author", default=getpass.getuser, metavar="NOM", help="Qui le demande (défaut : votre compte).")
def command(shop: Path, person: str | None, author: str, *, expired: bool) -> Answer:
    """Forget one person, or everything past its retention."""
    if not person and not expired:
        raise Refusal(messages.NOBODY_NAMED)
    folder, settings = shop_at(shop)
    clock = Clock(settings.identity.time_zone)
    with held(folder, "forget", clock), open_warehouse(folder.warehouse) as warehouse:
        if person:
            found = forget(warehouse, folder, person, author, clock.instant())
        else:
            found = forget_expired(warehouse, folder, settings, clock.today(), author, clock.instant())
        note_tables(warehouse)
    facts = {"orders": found.orders, "kept": found.kept, "documents": list(found.documents)}
    return Answer(_words(found, settings, folder.archive), facts)


def _words(found: Forgotten, settings: Shop, archive: Path) -> str:
    language, years = settings.identity.language, settings.months.retention_years
    documents = {"count": len(found.documents), "years": years, "documents": ", ".join(found.documents)}
    kept = answer("forget_kept", language, **documents) if found.documents else ""
    return answer("forget", language, orders=found.orders, kept=kept, archive=archive)
