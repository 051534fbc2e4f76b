"""The nightly job: everything new, every open month, of one shop or of every shop of a folder."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from assets.command.answer import Answer
from assets.command.faults import language_of, refusal_of
from assets.command.progress import progress
from assets.command.verb import as_of_option, verb
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import command as messages
from pipelines.domain.messages import engines
from pipelines.domain.messages.answers import answer
from pipelines.domain.messages.steps import stopped_at
from pipelines.domain.refusals import Refusal

if TYPE_CHECKING:
    from assets.nightly import Night

HERE = "duckdb"
ENGINE = "Ce qui calcule les ensembles : duckdb, ou le Spark qui est à cette adresse."
PAPERS = "Les PDF à produire ; none n'en fait aucun, ni paquet du mois, et laisse ceux qui sont déjà là."
SHOPS = "Dossier de plusieurs boutiques : chaque sous-dossier où est un shop.toml ; remplace --shop."


@verb
@as_of_option
@click.option("--documents", default="", metavar="none|AAAA-MM|all", help=PAPERS)
@click.option("--shops", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path), help=SHOPS)
@click.option("--engine", default=HERE, show_default=True, metavar="duckdb|spark://MACHINE:PORT", help=ENGINE)
def command(shop: Path, as_of: date | None, documents: str, shops: Path | None, engine: str) -> Answer:
    """Materialise the assets of the shops; the exit code is the one of design.md."""
    from assets.passages import Asked
    from assets.shifts import run_shops

    address = _address(engine, shops)
    roots = _roots(shop, shops)
    with progress() as watch:
        night = run_shops(roots, ShopFolder(shops or shop).dagster_home, Asked(as_of, documents, address, watch))
    sentences = {root.resolve().name: _sentence(root, night) for root in roots}
    stopped = {name: {"stopped": sentence} for name, sentence in sentences.items() if sentence}
    words = [_words(root, night, sentences[root.resolve().name], is_one=shops is None) for root in roots]
    return Answer("\n\n".join(words), {**night.told, **stopped}, night.exit_code)


def _address(engine: str, shops: Path | None) -> str:
    """Where the sets are worked out, nothing when it is here. Raises Refusal when that cannot be."""
    from pipelines.warehouse.spark.session import SCHEME, check_spark

    if engine == HERE:
        return ""
    if not engine.startswith(SCHEME):
        raise Refusal(engines.UNKNOWN, "--engine", value=engine)
    if shops is not None:
        raise Refusal(engines.ONE_SHOP, "--engine")
    check_spark(engine)
    return engine


def _roots(shop: Path, shops: Path | None) -> list[Path]:
    """The shops asked for. Raises Refusal when there is none."""
    from assets.home import roots_in
    from assets.passage import shop_at

    if shops is None:
        return [shop_at(shop)[0].root]
    if click.get_current_context().get_parameter_source("shop") is not ParameterSource.DEFAULT:
        raise Refusal(messages.SHOP_AND_SHOPS, "--shops", shop=shop, shops=shops)
    roots = roots_in(shops)
    if not roots:
        raise Refusal(messages.NO_SHOPS, str(shops), folder=shops)
    return roots


def _sentence(root: Path, night: "Night") -> str:
    """Why a shop stopped, and what to do; nothing when it did not."""
    name = root.resolve().name
    error, language = night.stopped.get(name), language_of(root)
    return (
        stopped_at(night.stopped_at.get(name, ""), refusal_of(error, root).sentence(language), language)
        if error
        else ""
    )


def _words(root: Path, night: "Night", sentence: str, *, is_one: bool) -> str:
    name = root.resolve().name
    published = answer("run_published", language_of(root), shelf=ShopFolder(root).published)
    said = sentence or f"{night.letters[name]}\n{published}"
    return said if is_one else f"{name}\n{said}"
