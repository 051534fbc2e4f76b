"""What the manual gives to copy holds: units of systemd, the line of cron, the container's file, blocks of shell."""

import re
import shlex
import subprocess

import pytest

from tests.docs.console import CommandLine, fault_of
from tests.manual import DOCS

ROOT = DOCS.parent
BLOCK = re.compile(r"^```(sh|cron)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UNITS = sorted((DOCS / "systemd").glob("*.service"))
CONTAINER = (DOCS / "Containerfile").read_text(encoding="utf-8")
BLOCKS = [
    (path.name, kind, block)
    for path in sorted(DOCS.glob("*.md"))
    for kind, block in BLOCK.findall(path.read_text(encoding="utf-8"))
]


def lettrage_lines(text: str) -> list[tuple[str, ...]]:
    """The words after each `lettrage` that begins a command, wherever it is installed."""
    found = (re.search(r"(?:^|\s)(?:\S*/bin/)?lettrage ((?!\S*\.timer)[a-z-].*)$", line) for line in text.splitlines())
    return [tuple(shlex.split(match[1])) for match in found if match]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_starts_a_command_that_can_be_read(unit):
    text = unit.read_text(encoding="utf-8")
    [words] = lettrage_lines(
        "\n".join(line for line in text.splitlines() if line.startswith("ExecStart=")).replace("ExecStart=", "")
    )
    assert fault_of(CommandLine(unit.name, words)) == ""


def test_each_unit_names_pages_that_are_there():
    for unit in UNITS:
        for page in re.findall(r"file:///opt/lettrage/(\S+)", unit.read_text(encoding="utf-8")):
            assert (ROOT / page).exists(), page


@pytest.mark.parametrize(("name", "kind", "block"), BLOCKS, ids=[f"{name} {kind}" for name, kind, _ in BLOCKS])
def test_a_block_of_shell_can_be_read_and_names_what_is_there(name, kind, block):
    if kind == "sh":
        assert subprocess.run(["sh", "-n"], input=block, text=True, check=False).returncode == 0
    for words in lettrage_lines(block):
        if words[0] != "run" or "--volume" not in block:
            assert fault_of(CommandLine(name, words)) == ""
    for path in re.findall(r"(?:^|\s)(docs/[\w/@.*-]+|requirements\.lock|workspace\.yaml)", block):
        assert list(ROOT.glob(path)), path


def test_the_container_has_the_libraries_make_installs_and_what_it_copies():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    libraries = re.search(r"^SYSTEM_LIBRARIES := (.*)$", makefile, re.MULTILINE)[1].split()
    assert [library for library in libraries if library not in CONTAINER] == []
    assert [path for path in re.findall(r"^COPY (\S+)", CONTAINER, re.MULTILINE) if not (ROOT / path).exists()] == []


def test_the_container_runs_a_command_that_can_be_read():
    [entry], [words] = (re.findall(rf"^{name} \[(.*)\]$", CONTAINER, re.MULTILINE) for name in ("ENTRYPOINT", "CMD"))
    assert entry == '"lettrage"'
    assert fault_of(CommandLine("Containerfile", tuple(shlex.split(words.replace(",", " "))))) == ""
