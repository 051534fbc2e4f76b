"""`lettrage run --shops`: every shop of a folder in one process; one shop's failure leaves the others, and is said."""

import json
from pathlib import Path

import pytest

from assets.command import exit_code
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal


@pytest.fixture(scope="module")
def shops(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("shops")
    for name in ("aubépine", "brume", "cassée"):
        assert exit_code(["init", str(root / name)]) == 0
    (root / "cassée" / "shop.toml").write_text("[shop]\nlangage = 'fr'\n")
    (root / "not-a-shop").mkdir()
    return root


def run(shops: Path, *words: str) -> int:
    return exit_code(["run", "--shops", str(shops), "--as-of", "2026-10-31", *words])


def test_one_shop_s_failure_leaves_the_others_and_is_said(shops, capsys):
    assert run(shops) == 2
    said = capsys.readouterr().out
    assert [name for name in ("aubépine", "brume", "cassée") if f"{name}\n" in said] == ["aubépine", "brume", "cassée"]
    assert "[shop]" in said.split("cassée\n")[-1]
    assert [path.parent.name for path in sorted(shops.glob("*/published"))] == ["aubépine", "brume"]


def test_programs_read_what_became_of_each_shop(shops, capsys):
    assert run(shops, "--json") == 2
    told = json.loads(capsys.readouterr().out)
    assert told["brume"]["ingest"]["files_refused"] == 0
    assert "[shop]" in told["cassée"]["stopped"]


def test_when_every_shop_fails_each_is_said(tmp_path, capsys):
    for name in ("une", "deux"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "shop.toml").write_text("[nulle]\n")
    assert run(tmp_path) == 2
    assert capsys.readouterr().out.count("nulle") == 2


def test_a_folder_without_shops_is_refused_in_both_languages(tmp_path, capsys):
    assert run(tmp_path) == 2
    assert "aucun sous-dossier ne contient de shop.toml" in capsys.readouterr().err
    assert "no folder in it" in Refusal(messages.NO_SHOPS, "x", folder="x").sentence("en")
