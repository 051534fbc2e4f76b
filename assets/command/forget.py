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
from pipelines.domain.refusals import Refusal
from pipelines.steps.forget import forget, forget_expired
from pipelines.steps.tables import note_tables
from pipelines.warehouse import open_warehouse

WORDS = """{orders} commande(s) oubliée(s) dans les tables de travail ; le prochain passage republie sans elles.
{kept}Les exports d'origine restent dans {archive}, pièces justificatives, accès restreint (C. com. L123-22)."""
KEPT = """{count} avoir(s) gardent le nom et l'adresse, mentions obligatoires (CGI ann. II art. 242 nonies A), \
pendant {years} ans : {documents}.
"""


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
    return Answer(_words(found, settings.months.retention_years, folder.archive), facts)


def _words(found: Forgotten, years: int, archive: Path) -> str:
    documents = ", ".join(found.documents)
    kept = KEPT.format(count=len(found.documents), years=years, documents=documents) if found.documents else ""
    return WORDS.format(orders=found.orders, kept=kept, archive=archive)
