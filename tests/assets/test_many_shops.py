"""`lettrage run --shops`: every shop of a folder; one shop's failure leaves the others, and is said."""

from datetime import date
import json
from pathlib import Path
import shutil

import pytest

from assets.command import exit_code
from assets.nightly import run_night
from assets.passages import Asked
from assets.shifts import SHIFT, WORTH_A_SHIFT, run_shops, shifts_of
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal
from reports.workers import WORKERS


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


def test_one_shop_and_a_folder_of_shops_do_not_go_together(shops, capsys):
    """`command-shop-and-shops`."""
    assert run(shops, "--shop", str(shops / "brume")) == 2
    assert "ne vont pas ensemble" in capsys.readouterr().err
    assert "do not go together" in Refusal(messages.SHOP_AND_SHOPS, shop="a", shops="b").sentence("en")


@pytest.mark.parametrize("count", [WORTH_A_SHIFT, 21, 41, 52, 200])
def test_shifts_are_of_one_size_and_as_many_for_each_process(count):
    sizes = [len(shift) for shift in shifts_of([Path(str(number)) for number in range(count)])]
    assert (sum(sizes), len(sizes) % WORKERS) == (count, 0)
    assert max(sizes) <= min(SHIFT, min(sizes) + 1)


@pytest.mark.slow
def test_many_shops_go_through_in_shifts_and_each_is_told_as_if_alone(shops, tmp_path):
    names = [f"boutique-{number}" for number in range(WORTH_A_SHIFT)]
    for name in names:
        assert exit_code(["init", str(tmp_path / name)]) == 0
    shutil.copytree(shops / "cassée", tmp_path / "cassée")
    roots = sorted(path.parent for path in tmp_path.glob("*/shop.toml"))
    asked = Asked(date(2026, 10, 31))
    night = run_shops(roots, tmp_path / ".dagster", asked)
    assert (sorted(night.told), list(night.stopped), night.exit_code) == (names, ["cassée"], 2)
    assert "[shop]" in str(night.stopped["cassée"])
    assert all((tmp_path / name / "published" / "2026-10" / "controles.json").exists() for name in names)
    alone = tmp_path / "seule" / names[0]
    assert exit_code(["init", str(alone)]) == 0
    assert night.told[names[0]] == run_night([alone], alone.parent / ".dagster", asked).told[names[0]]
