"""commandes.md, made from the commands themselves."""

from collections.abc import Iterator

import click

from assets.command import verbs
from tests.manual.markdown import code, page, table

INTRODUCTION = """# Les commandes

Une commande s'écrit `lettrage VERBE …`. Toutes acceptent `--help` (ou `-h`), et presque toutes :

- `--shop DOSSIER` : le dossier de la boutique (`data` s'il n'est pas donné) ;
- `--json` : la même réponse, pour un programme.

Sans boutique, les messages sont en français ; la variable `LETTRAGE_LANGUAGE=en` les demande en anglais.
`lettrage --version` dit la version."""
CODES = """## Le code de sortie

Le premier qui convient, dans cet ordre :

| code | ce qu'il veut dire |
| --- | --- |
| 1 | une panne : disque plein, droit d'écriture, faute du programme ; rien n'est perdu |
| 2 | la commande ou un réglage est refusé ; le message dit quoi changer |
| 5 | le mois est scellé, il ne change plus |
| 4 | un contrôle est en écart, ou une chaîne est altérée |
| 3 | ce passage a refusé des fichiers ou des lignes ; tout le reste est fait |
| 0 | c'est fait |

Les écarts, la dérive du stock et ce qui n'est pas observé ne changent pas le code. Ce que chaque refus veut dire : [messages.md](messages.md)."""
SHARED = {"shop", "json"}


def every_command() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(verbs)
    for name in verbs.list_commands(context):
        found = verbs.get_command(context, name)
        assert found is not None
        yield name, found


def commands_page() -> str:
    found = dict(every_command())
    summary = table(["commande", "ce qu'elle fait"], ((f"[{name}](#{name})", it.help) for name, it in found.items()))
    return page(INTRODUCTION, summary, *(_section(name, it) for name, it in found.items()), CODES)


def _section(name: str, command: click.Command) -> str:
    options = [option for option in command.params if isinstance(option, click.Option)]
    arguments = [it.make_metavar(click.Context(command)) for it in command.params if isinstance(it, click.Argument)]
    usage = " ".join(["lettrage", name, *arguments, "[OPTIONS]"])
    lines = [(_spelling(it), _meaning(it)) for it in options if it.name not in SHARED]
    shared = ", ".join(code(it.opts[0]) for it in options if it.name in SHARED)
    parts = [f"## {name}", f"{_sentence(command.help)}", f"    {usage}"]
    parts += [table(["option", "sens"], lines)] if lines else []
    return "\n\n".join([*parts, f"Et : {shared}."])


def _sentence(words: str | None) -> str:
    return f"{(words or '')[:1].upper()}{(words or '')[1:]}."


def _spelling(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.make_metavar(click.Context(click.Command('lettrage')))}"
    return code(f"{', '.join(option.opts)}{value}")


def _meaning(option: click.Option) -> str:
    usual = option.default if isinstance(option.default, str | int) and not option.is_flag else ""
    words = option.help or "Où écrire."
    return f"{words} Usuel : {code(usual)}." if str(usual) and "défaut" not in words else words
