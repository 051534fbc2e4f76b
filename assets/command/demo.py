"""Invents a French shop in real export formats, runs everything on it, and says where to look."""

from pathlib import Path
import shutil

import click

from assets.command.answer import Answer
from assets.command.verb import shopless_verb
from assets.passages import Told
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import command as messages
from pipelines.domain.months import month_of
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import read_shop
from pipelines.sample.scale import Scale

WORDS = """
Une boutique inventée, « {name} », a été rapprochée du {first} au {last}.

  {rows} lignes lues, {notes} avoirs, {refunds} remboursements
  {ties} contrôles justes ✓   {differs} en écart   {silent} sans source
  {breaks} écarts à regarder

Où regarder :
{places}

Pour votre boutique : lettrage init ma-boutique"""
PLACES = (
    ("grand-livre-{month}.xlsx", "le grand livre, pour le comptable"),
    ("tableau-de-bord.html", "le tableau de bord, pour le marchand"),
    ("avoirs-{month}.pdf", "les avoirs du mois, pour les clients"),
    ("fec", "les écritures, pour le logiciel comptable"),
    ("controles.json", "les contrôles"),
)


@shopless_verb
@click.option("--into", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path), default="demo-boutique")
def command(into: Path) -> Answer:
    """Two months of a shop, as of the second's last day. A demonstration already there is made anew."""
    from assets.nightly import run_night
    from assets.passages import Asked
    from pipelines.sample.generate import generate

    _make_room(into)
    scale = Scale(real_formats=True)
    generate(into, scale)
    folder = ShopFolder(into)
    night = run_night([into], folder.dagster_home, Asked(scale.as_of))
    told = night.told[into.resolve().name]
    return Answer(_words(folder, scale, told), told)


def _make_room(into: Path) -> None:
    """Take away a demonstration made before; anything else is left alone."""
    if (into / "truth").is_dir():
        shutil.rmtree(into)
    elif into.exists() and any(into.iterdir()):
        raise Refusal(messages.NOT_A_DEMONSTRATION, str(into))


def _words(folder: ShopFolder, scale: Scale, told: dict[str, Told]) -> str:
    month = month_of(scale.as_of)
    places = [(folder.published / month / name.format(month=month), words) for name, words in PLACES]
    return WORDS.format(
        name=read_shop(folder.root).identity.name,
        first=f"{scale.starts_on:%d/%m/%Y}",
        last=f"{scale.as_of:%d/%m/%Y}",
        rows=told["ingest"]["rows_read"],
        notes=told["normalise"]["credit_notes"],
        refunds=told["normalise"]["refunds"],
        ties=told["control"]["ties"],
        differs=told["control"]["differs"],
        silent=told["control"]["not_observed"],
        breaks=sum(int(count) for count in told["prove"].values()),
        places="\n".join(f"  {path}\n      {words}" for path, words in places),
    )
