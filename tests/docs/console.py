"""The command lines of the manual: every line of a `console` block that begins with `lettrage`."""

from collections.abc import Iterator
from dataclasses import dataclass
import re
import shlex

import click

from assets.command import verbs
from tests.manual import DOCS

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class CommandLine:
    page: str
    words: tuple[str, ...]

    @property
    def verb(self) -> str:
        return self.words[0]

    def __str__(self) -> str:
        return f"{self.page}: lettrage {' '.join(self.words)}"


def command_lines() -> Iterator[CommandLine]:
    for path in sorted(DOCS.glob("*.md")):
        for block in BLOCK.findall(path.read_text(encoding="utf-8")):
            for line in block.splitlines():
                if line.startswith("lettrage "):
                    yield CommandLine(path.name, tuple(shlex.split(line)[1:]))


def fault_of(line: CommandLine) -> str:
    """Why the command would refuse to be read; files named need not be there."""
    if line.verb.startswith("-"):
        return ""
    command = verbs.get_command(click.Context(verbs), line.verb)
    if command is None:
        return f"no verb {line.verb}"
    try:
        values, left, _ = command.make_parser(click.Context(command)).parse_args(list(line.words[1:]))
    except click.UsageError as error:
        return error.message
    missing = [it.name for it in command.params if it.required and not isinstance(values.get(it.name), str | tuple)]
    return f"left over: {left}" if left else f"missing: {missing}" if missing else ""
