"""The command line: quick help, one answer a verb, a sentence and an exit code for whatever goes wrong."""

from datetime import date
import json
from os import times
from pathlib import Path
import subprocess
import sys

import click
import pytest

from assets.clock import Clock
from assets.command import FOLDER, exit_code, verbs
from assets.command.answer import Answer
from assets.command.faults import refusal_of, refused
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal, causes
from tests.refused import refused as is_refused

FRAME = {"__init__", "__main__", "answer", "faults", "month_argument", "progress", "verb"}


def test_help_answers_at_once_and_imports_nothing_heavy():
    program = (
        "import sys; from assets.command import exit_code; exit_code(['--help']);"
        "print(sorted({'dagster', 'pandas', 'duckdb', 'weasyprint', 'openpyxl'} & sys.modules.keys()))"
    )
    before = times()
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    after = times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 1
    assert "init" in said
    assert said.endswith("[]\n")


def test_a_command_leaves_with_its_code_and_says_nothing_but_its_words(tmp_path: Path):
    command = [sys.executable, "-m", "assets.command"]
    shop = str(tmp_path / "boutique")
    for arguments, code in ((["init", shop], 0), (["run", "--shop", shop], 0), (["init", shop], 2)):
        ended = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
        assert (ended.returncode, bool(ended.stdout), bool(ended.stderr)) == (code, code == 0, code != 0), ended


def test_every_verb_stands_in_the_catalogue_and_takes_json():
    assert {path.stem for path in FOLDER.glob("*.py")} - FRAME <= messages.HELP.keys()
    context = click.Context(verbs)
    for name in verbs.list_commands(context):
        command = verbs.get_command(context, name)
        assert "json" in {option.name for option in command.params}, name


def test_an_unknown_verb_or_option_is_usage():
    assert exit_code(["nonsense"]) == 2
    assert exit_code(["init", "--nonsense"]) == 2


def test_a_new_shop_has_its_settings_and_folders(tmp_path: Path, capsys):
    assert exit_code(["init", str(tmp_path / "boutique"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["inbox"].endswith("inbox")
    assert {path.name for path in (tmp_path / "boutique").iterdir()} == {
        "archive",
        "inbox",
        "register",
        "registre-des-retours.xlsx",
        "shop.toml",
        "warehouse",
    }


def test_a_shop_already_there_is_left_alone(tmp_path: Path, capsys):
    (tmp_path / "shop.toml").write_text("[shop]\nlanguage = 'en'\n")
    assert exit_code(["init", str(tmp_path)]) == 2
    assert "déjà une boutique" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Refusal(messages.NOT_A_MONTH, "x", value="13"), 2, "n'est pas un mois"),
        (OSError(28, "No space left on device"), 1, "le disque est plein"),
        (PermissionError(13, "Permission denied", "/x"), 1, "impossible d'écrire"),
        (ZeroDivisionError("division by zero"), 1, "une faute de notre part"),
    ],
)
def test_whatever_goes_wrong_gets_its_sentence_and_code(error, code, said, tmp_path, capsys):
    assert refused(lambda: raised(error), tmp_path).exit_code == code
    assert said in capsys.readouterr().err


def test_a_refusal_is_found_through_whatever_carried_it(tmp_path, capsys):
    carrier = RuntimeError("carried by an orchestrator")
    carrier.__cause__ = Refusal(messages.NOT_A_MONTH, "x", value="13")
    assert refused(lambda: raised(carrier), tmp_path).exit_code == 2


def raised(error: Exception) -> Answer:
    raise error


def test_a_day_to_come_is_refused():
    with is_refused("command-day-to-come"):
        Clock().as_of(date(9999, 1, 1))
    assert Clock().as_of(date(2026, 1, 1)) == date(2026, 1, 1)


def test_a_fault_whose_causes_bite_their_own_tail_still_ends(tmp_path):
    first, second = ValueError("un"), KeyError("deux")
    first.__context__, second.__context__ = second, first
    assert [type(cause) for cause in causes(first)] == [ValueError, KeyError]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(28, "No space left on device"), "command-disk-full"),
        (OSError(5, "Input/output error"), "command-disk-failing"),
        (OSError(13, "Permission denied"), "command-not-writable"),
        (OSError(30, "Read-only file system"), "command-not-writable"),
        (RuntimeError('Could not write file "x": No space left on device'), "command-disk-full"),
        (RuntimeError("(sqlite3.OperationalError) database or disk is full"), "command-disk-full"),
        (RuntimeError("(sqlite3.OperationalError) disk I/O error"), "command-disk-failing"),
        (RuntimeError("attempt to write a readonly database"), "command-not-writable"),
        (RuntimeError("anything else"), "command-fault"),
    ],
    ids=str,
)
def test_what_the_system_refuses_is_said_whoever_met_it(error, code, tmp_path):
    refusal = refusal_of(error, tmp_path)
    assert refusal.message.code == code
    assert refusal.sentence("fr") != refusal.sentence("en")


def test_sqlite_s_failure_on_a_full_disk_is_a_full_disk(tmp_path, monkeypatch):
    monkeypatch.setattr("assets.command.faults.LEAST_FREE", 1 << 60)
    assert refusal_of(RuntimeError("disk I/O error"), tmp_path).message.code == "command-disk-full"


def test_who_waits_at_a_terminal_sees_the_step_at_work():
    from io import StringIO

    from rich.console import Console

    from assets.command.progress import progress

    shown = StringIO()
    with progress(Console(file=shown, force_terminal=True)) as watch:
        watch("boutique", "reconcile")
        watch("boutique", "prove")
    assert "boutique · prouver" in shown.getvalue()
    with progress(Console(file=StringIO())) as watch:
        watch("boutique", "reconcile")
