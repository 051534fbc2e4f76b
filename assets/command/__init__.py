"""The `lettrage` command: one file per verb, each exposing `command`; nothing is imported before it is asked for."""

import atexit
from collections.abc import Sequence
from importlib import import_module
import os
from pathlib import Path
import sys
from typing import NoReturn

import click

from assets.command.faults import language_of
from pipelines.domain.messages.command import HELP

FOLDER = Path(__file__).parent
SUMMARY = "Lettrage ferme les retours d'une boutique en ligne : l'avoir, l'argent et les marchandises s'accordent."


class Verbs(click.Group):
    """The verbs whose files stand in this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Every verb there is a file for."""
        return [name for name in sorted(HELP) if (FOLDER / f"{name}.py").exists()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one verb's file."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = import_module(f"assets.command.{cmd_name}").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs from the catalogue of messages, importing none."""
        language = language_of(None)
        with formatter.section("Commands" if language == "en" else "Commandes"):
            formatter.write_dl([(name, HELP[name][language == "en"]) for name in self.list_commands(ctx)])


@click.group("lettrage", cls=Verbs, help=SUMMARY, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="lettrage")
def verbs() -> None:
    """Say what Lettrage is."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Answer one command line and exit with its code."""
    code: list[int] = []
    atexit.register(_leave, code)
    code.append(exit_code(arguments))
    sys.exit(code[0])


def _leave(code: list[int]) -> None:
    """What is left goes with the process: looking it through for cycles took longer than many a command."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(*code or [1])


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """Answer one command line; its exit code (design.md)."""
    try:
        code = verbs.main(arguments, prog_name="lettrage", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    return code if isinstance(code, int) else 0
