"""`lettrage run` materialises the assets Dagster shows, and publishes what design.md names."""

import json
from pathlib import Path

import pytest

from assets.command import exit_code
from assets.nightly import worst


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    root = tmp_path_factory.mktemp("shops") / "boutique"
    assert exit_code(["init", str(root)]) == 0
    assert exit_code(["run", "--shop", str(root), "--as-of", "2026-10-31"]) == 0
    return root


def test_the_running_month_is_published_even_when_empty(shop):
    assert (shop / "published" / "2026-10" / "tableau-de-bord.html").exists()
    assert (shop / "published" / "2026-10" / "tables" / "breaks.parquet").exists()


def test_a_second_run_makes_nothing_again(shop, capsys):
    before = (shop / "published" / "2026-10" / "tableau-de-bord.html").stat().st_ino
    assert exit_code(["run", "--shop", str(shop), "--as-of", "2026-10-31"]) == 0
    assert (shop / "published" / "2026-10" / "tableau-de-bord.html").stat().st_ino == before


def test_the_status_and_the_tables_are_read_from_the_shelf(shop, tmp_path, capsys):
    assert exit_code(["status", "--shop", str(shop), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["months"] == ["2026-10"]
    assert exit_code(["tables", str(tmp_path / "tables"), "--shop", str(shop)]) == 0
    assert (tmp_path / "tables" / "allocations.parquet").exists()


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


def test_a_folder_that_is_no_demonstration_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    assert exit_code(["demo", "--into", str(tmp_path)]) == 2
    assert (tmp_path / "mine.txt").exists()
