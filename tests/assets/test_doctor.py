"""`lettrage doctor` finds each thing that can break, says how to mend it, and changes nothing."""

import json
from pathlib import Path
import shutil

import pytest

from assets.clock import Clock
from assets.command import exit_code
from assets.lock import held
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import Message
from pipelines.domain.messages import doctor as messages
from pipelines.domain.refusals import Refusal
from pipelines.steps.diagnose import examine_disk
from pipelines.steps.register import append_register
from pipelines.warehouse import open_warehouse

AT = "2026-10-20T08:00:00Z"
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("sound") / "boutique"
    exit_code(["init", str(root)])
    folder = ShopFolder(root)
    with open_warehouse(folder.warehouse):
        pass
    append_register(folder.register, "decisions", AT, "camille", [("accept", {"break_id": "1"})])
    (folder.archive / f"{EMPTY}.csv").write_bytes(b"")
    edition = folder.editions / "0000001"
    edition.mkdir(parents=True)
    (edition / "dernier-passage.json").write_text("{}")
    (edition / ".digests.json").write_text('{"2026-10/controles.json": "x", "2026-10/#ledger_workbook": "x"}')
    (edition / "2026-10").mkdir()
    (edition / "2026-10" / "controles.json").write_text("[]")
    folder.published.symlink_to(edition.relative_to(root))
    return root


@pytest.fixture
def shop(sound, tmp_path) -> ShopFolder:
    return ShopFolder(Path(shutil.copytree(sound, tmp_path / "boutique", symlinks=True)))


def examined(folder: ShopFolder, capsys) -> tuple[int, dict[str, list[str]]]:
    code = exit_code(["doctor", "--shop", str(folder.root), "--json"])
    return code, {name: said for name, said in json.loads(capsys.readouterr().out).items() if said}


def test_a_sound_shop_has_nothing_to_mend(shop, capsys):
    assert examined(shop, capsys) == (0, {})
    assert exit_code(["doctor", "--shop", str(shop.root)]) == 0
    assert capsys.readouterr().out.count("✓") == 8


def break_settings(shop):
    (shop.root / "shop.toml").write_text("[nulle]\n")


def break_warehouse(shop):
    shop.warehouse.write_bytes(b"not a warehouse at all" * 1000)


def age_warehouse(shop):
    with open_warehouse(shop.warehouse) as warehouse:
        warehouse.connection.execute("update schema_version set digest = 'another'")


def break_register(shop):
    path = shop.register / "decisions.jsonl"
    path.write_text(path.read_text().replace("camille", "mallory"))


def break_archive(shop):
    (shop.archive / f"{EMPTY}.csv").write_bytes(b"altered")


def break_link(shop):
    shutil.rmtree(shop.editions)


def lose_a_file(shop):
    (shop.published / "2026-10" / "controles.json").unlink()


@pytest.mark.parametrize(
    ("damage", "organ", "said"),
    [
        (break_settings, "shop.toml", "nulle"),
        (break_warehouse, "warehouse", "ne se lit plus"),
        (age_warehouse, "warehouse", "autre version"),
        (break_register, "register", "le registre a été modifié"),
        (break_archive, "archive", "n'est plus tel qu'il fut lu"),
        (break_link, "published", "incomplète"),
        (lose_a_file, "published", "2026-10/controles.json"),
    ],
)
def test_each_thing_broken_is_found_alone_and_said(damage, organ, said, shop, capsys):
    damage(shop)
    code, found = examined(shop, capsys)
    assert code == 1
    assert found.keys() == {organ}
    assert said in found[organ][0]


def test_who_writes_in_the_shop_is_named(shop, capsys):
    with held(shop, "close", Clock()):
        code, found = examined(shop, capsys)
    assert code == 1
    assert "lettrage close" in found["warehouse"][0]


def test_a_disk_nearly_full_is_said_before_the_night(shop):
    [refusal] = examine_disk(shop, needed=1 << 60)
    assert "Mo libres" in refusal.sentence()


def test_a_folder_that_is_no_shop_is_usage(tmp_path):
    assert exit_code(["doctor", "--shop", str(tmp_path / "none")]) == 2


@pytest.mark.parametrize(
    "message", [it for it in vars(messages).values() if isinstance(it, Message)], ids=lambda it: it.code
)
def test_each_finding_is_said_in_both_languages(message):
    refusal = Refusal(message, "x", reason="r", free=1, needed=2, number="AV-1")
    assert refusal.sentence("fr") != refusal.sentence("en")
