"""The manual says what the product does: made pages are current, links lead somewhere, commands are read and run."""

from dataclasses import fields
import re
import shutil
import tomllib

import click
import pytest

from assets.command import exit_code
from pipelines.domain.shop import SECTIONS, parse_shop
from pipelines.sources.mapping import read_mapping
from tests.docs.console import command_lines, fault_of
from tests.manual import DOCS, PAGES, is_current
from tests.manual.commands import every_command
from tests.manual.messages import TITLES, every_message

ROOT = DOCS.parent
WRITTEN = {path.name: path.read_text(encoding="utf-8") for path in sorted(DOCS.glob("*.md"))}
LINK = re.compile(r"\]\((?!https?:)([^)]+)\)")
TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = {
    "--version",
    "--help",
    "status",
    "explain",
    "export",
    "tables",
    "verify",
    "policy",
    "backup",
    "restore",
    "inspect",
}
LARGEST_PICTURE = 150_000


@pytest.mark.parametrize("name", PAGES)
def test_a_made_page_is_current(name):
    assert is_current(name, PAGES[name]()), "run: make manual"


def test_every_page_is_in_the_contents():
    assert [name for name in WRITTEN if name != "README.md" and f"]({name})" not in WRITTEN["README.md"]] == []


def test_every_command_and_option_is_documented():
    page = WRITTEN["commandes.md"]
    for name, command in every_command():
        section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        options = [option for it in command.params if isinstance(it, click.Option) for option in it.opts]
        assert [option for option in options if f"`{option}" not in section] == [], name


def test_every_verb_has_an_example_in_the_manual_written_by_hand():
    known = {name for name, _ in every_command()} - {"demo", "online_retail"}
    assert known - {line.verb for line in command_lines()} == set()


def test_every_message_of_the_catalogue_is_listed():
    found = [message.code for _, message in every_message()]
    assert len(found) > 100
    assert [code for code in found if f"| `{code}` |" not in WRITTEN["messages.md"]] == []


def test_every_organ_with_messages_has_its_heading():
    assert {organ for organ, _ in every_message()} - TITLES.keys() == set()


def test_every_setting_is_documented():
    page = WRITTEN["reglages.md"]
    names = [(table, entry.name) for table, (_, record) in SECTIONS.items() for entry in fields(record)]
    assert [name for name in names if f"| `{name[1]}` |" not in page.partition(f"## [{name[0]}]")[2]] == []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_link_leads_somewhere(name):
    for target in LINK.findall(WRITTEN[name]):
        path, _, anchor = target.partition("#")
        page = (DOCS / path) if path else DOCS / name
        assert page.exists(), target
        if anchor:
            assert anchor in {
                _anchor(heading) for heading in re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
            }


def _anchor(heading):
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_readme_of_the_project_leads_somewhere():
    targets = LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target.partition("#")[0]).exists()] == []


def test_every_picture_is_shown_and_small():
    pictures = sorted((DOCS / "images").glob("*.png"))
    everything = "".join(WRITTEN.values())
    assert len(pictures) >= 8
    assert [path.name for path in pictures if f"images/{path.name}" not in everything] == []
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE] == []


@pytest.mark.parametrize("line", list(command_lines()), ids=str)
def test_a_command_of_the_manual_can_be_read(line):
    assert fault_of(line) == ""


def test_the_settings_shown_are_settings():
    for example in (*TOML.findall(WRITTEN["reglages.md"]), *TOML.findall(WRITTEN["nuit.md"])):
        assert parse_shop(example.encode()) is not None


def test_the_mapping_shown_is_a_mapping(tmp_path):
    (example,) = TOML.findall(WRITTEN["sources.md"])
    path = tmp_path / "transporteur.toml"
    path.write_text(example, encoding="utf-8")
    assert tomllib.loads(example)["kind"] == read_mapping(path).mappings[0].kind


@pytest.fixture(scope="module")
def desk(sample_shop, tmp_path_factory):
    """A folder where the shop of the manual stands, run once."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(sample_shop, folder / "ma-boutique", symlinks=True)
    (folder / "export.csv").write_text("Dossier;Commande\n1;2\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("line", [line for line in command_lines() if line.verb in RUN], ids=str)
def test_a_quick_command_of_the_manual_does_what_it_says(line, desk, monkeypatch, capsys):
    monkeypatch.chdir(desk)
    if line.verb == "restore" and not (desk / "sauvegardes").exists():
        backups = [each for each in command_lines() if each.verb == "backup"]
        assert [exit_code(each.words) for each in backups] == [0] * len(backups)
        capsys.readouterr()
    code = exit_code(line.words)
    answered = capsys.readouterr()
    assert code == (3 if "--suggest" in line.words else 0), answered.err
    assert answered.out


def test_a_shop_is_made_as_the_manual_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for line in command_lines():
        if line.verb == "init":
            shutil.rmtree(tmp_path / "ma-boutique", ignore_errors=True)
            assert exit_code(line.words) == 0
    assert (tmp_path / "ma-boutique" / "ouverture.xlsx").exists()
