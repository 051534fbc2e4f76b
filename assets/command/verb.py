"""The shape every verb has: `--shop`, `--json`, one answer, and refusals said in the shop's language."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from assets.command.answer import Answer
from assets.command.faults import refused
from pipelines.domain.messages.command import HELP

DEFAULT_SHOP = "data"


class Verb(click.Command):
    """A command whose function returns an Answer; `--json` is the frame's, not the function's."""

    def invoke(self, context: click.Context) -> int:
        """Run the verb, print its answer or its refusal, and give the exit code."""
        as_json = bool(context.params.pop("json"))
        answer = refused(lambda: super(Verb, self).invoke(context), context.params.get("shop"))
        answer.print(as_json)
        return answer.exit_code


def verb(function: Callable[..., Answer]) -> Verb:
    """Make a verb of a function that takes `shop: Path` and its own options, and returns an Answer.

    Its name and its line of help come from the file it stands in and the catalogue of messages.
    """
    return _verb(function, [*_shop_option(), *_json_option()])


def shopless_verb(function: Callable[..., Answer]) -> Verb:
    """A verb that needs no shop."""
    return _verb(function, _json_option())


def as_of_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--as-of`, a shop-local day, inclusive."""
    kind = click.DateTime(["%Y-%m-%d"])
    words = "Arrêté au : jour de la boutique, inclus (défaut : aujourd'hui)."
    return click.option("--as-of", type=kind, metavar="AAAA-MM-JJ", callback=_day, help=words)(function)


def _verb(function: Callable[..., Answer], options: list[click.Parameter]) -> Verb:
    name = function.__module__.rpartition(".")[2]
    command = click.command(name, cls=Verb, help=HELP[name][0])(function)
    command.params += options
    return command


def _shop_option() -> list[click.Parameter]:
    kind = click.Path(file_okay=False, path_type=Path)
    words = "Dossier de la boutique."
    return [click.Option(["--shop"], type=kind, default=DEFAULT_SHOP, show_default=True, metavar="DOSSIER", help=words)]


def _json_option() -> list[click.Parameter]:
    return [click.Option(["--json"], is_flag=True, help="Répondre en JSON.")]


def _day(_context: click.Context, _option: click.Parameter, value: Any) -> Any:
    return value.date() if value else None
