"""`lettrage run` materialises the assets Dagster shows, and publishes what design.md names."""

from datetime import date
import json
from pathlib import Path

import pytest

from assets.command import exit_code
from assets.nightly import worst
from assets.passage import passage
from pipelines.steps.publish import REPORT
from tests.webhooks import webhook


@pytest.fixture(scope="module")
def hook():
    with webhook() as opened:
        yield opened


@pytest.fixture(scope="module")
def shop(tmp_path_factory, hook):
    root = tmp_path_factory.mktemp("shops") / "boutique"
    assert exit_code(["init", str(root)]) == 0
    settings = (root / "shop.toml").read_text()
    (root / "shop.toml").write_text(settings.replace('# webhook = ""', f'webhook = "{hook.url}"'))
    assert exit_code(["run", "--shop", str(root), "--as-of", "2026-10-31"]) == 0
    return root


def test_the_running_month_is_published_even_when_empty(shop):
    assert (shop / "published" / "2026-10" / "tableau-de-bord.html").exists()
    assert (shop / "published" / "2026-10" / "tables" / "breaks.parquet").exists()


def test_the_letter_went_where_the_settings_say(shop, hook):
    [told] = hook.received
    assert (told["day"], told["exit_code"], told["to_refund"]) == ("2026-10-31", 0, 0)
    assert "Lettre du matin" in told["text"]


def test_a_program_reads_how_the_passage_went(shop):
    from prometheus_client.parser import text_string_to_metric_families

    families = text_string_to_metric_families((shop / "published" / "metrics.prom").read_text())
    told = {family.name: family.samples for family in families}
    assert told["lettrage_exit_code"][0].value == 0
    assert told["lettrage_exit_code"][0].labels == {"shop": "boutique"}
    assert {sample.labels["step"] for sample in told["lettrage_step_seconds"]} > {"ingest", "prove", "tables"}


def test_the_log_tells_each_step_and_nothing_that_was_read(shop):
    [log] = (shop / "logs").glob("*.jsonl")
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert [line["step"] for line in lines if line["event"] == "step"][-1] == "letter"
    assert {type(value) for line in lines for value in line.get("figures", {}).values()} == {int}


def test_a_second_run_makes_nothing_again_and_writes_no_second_letter(shop, hook, capsys):
    before = (shop / "published" / "2026-10" / "tableau-de-bord.html").stat().st_ino
    assert exit_code(["run", "--shop", str(shop), "--as-of", "2026-10-31"]) == 0
    assert (shop / "published" / "2026-10" / "tableau-de-bord.html").stat().st_ino == before
    assert len(hook.received) == 1


def test_a_night_that_fails_says_which_step_and_what_to_do(shop, hook, capsys):
    register = shop / "register" / "decisions.jsonl"
    register.parent.mkdir(exist_ok=True)
    register.write_text("rien\n")
    assert exit_code(["run", "--shop", str(shop), "--as-of", "2026-10-31"]) == 4
    register.unlink()
    told = hook.received.pop()
    assert told["failed_step"] == "decisions"
    assert "lettrage restore" in told["text"]
    assert "nuit en échec" in told["text"]


def test_the_status_and_the_tables_are_read_from_the_shelf(shop, tmp_path, capsys):
    assert exit_code(["status", "--shop", str(shop), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["months"] == ["2026-10"]
    assert exit_code(["tables", str(tmp_path / "tables"), "--shop", str(shop)]) == 0
    assert (tmp_path / "tables" / "allocations.parquet").exists()


def test_days_no_export_told_come_first_in_the_status(tmp_path, capsys):
    exit_code(["init", str(tmp_path)])
    report = tmp_path / "published" / REPORT
    report.parent.mkdir()
    told = {"at": "", "as_of": "", "months": [], "open_breaks": {"coverage_hole": 1}}
    report.write_text(json.dumps(told | {"holes": ["commandes : environ 15 lignes"]}))
    capsys.readouterr()
    exit_code(["status", "--shop", str(tmp_path)])
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first.endswith("Données manquantes : commandes : environ 15 lignes")
    assert "inconnus, pas nuls" in second


def test_no_shop_and_nothing_published_are_said(tmp_path, capsys):
    assert exit_code(["run", "--shop", str(tmp_path / "none")]) == 2
    exit_code(["init", str(tmp_path / "new")])
    assert exit_code(["status", "--shop", str(tmp_path / "new")]) == 2
    assert "rien n'est encore publié" in capsys.readouterr().err


def test_a_day_to_come_is_usage(shop):
    assert exit_code(["run", "--shop", str(shop), "--as-of", "2999-01-01"]) == 2


def test_the_first_code_that_applies_wins():
    assert [worst(codes) for codes in ([], [0, 3], [3, 4], [5, 4], [2, 5], [1, 2])] == [0, 3, 4, 5, 2, 1]


def test_the_demonstration_ties_and_says_where_to_look(tmp_path, capsys):
    assert exit_code(["demo", "--into", str(tmp_path / "demo")]) == 0
    said = capsys.readouterr().out
    assert "0 en écart" in said
    for line in said.split("Où regarder :")[1].split("Pour votre")[0].splitlines():
        if line.startswith("  /"):
            assert Path(line.strip()).exists()
    with passage(tmp_path / "demo", date(2026, 10, 31)) as again:
        assert again.months == ["2026-09", "2026-10"]
        assert again.changed_months(["dashboard", "closing_folder"]) == ["2026-10"], "the running month, always"
        assert again.changed_months(["dashboard", "something new"]) == again.months
    with passage(tmp_path / "demo", date(2026, 10, 30)) as another_day:
        assert another_day.changed_months(["dashboard"]) == another_day.months


def test_a_folder_that_is_no_demonstration_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    assert exit_code(["demo", "--into", str(tmp_path)]) == 2
    assert (tmp_path / "mine.txt").exists()
