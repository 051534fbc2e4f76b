"""A backup is read back before it counts, and put back only where nothing stands."""

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.steps.keep import back_up, check, restore
from tests.refused import refused


@pytest.fixture
def folder(tmp_path) -> ShopFolder:
    root = tmp_path / "boutique"
    for name in ("archive", "register/sealed", "inbox"):
        (root / name).mkdir(parents=True)
    (root / "shop.toml").write_text("[shop]\n")
    (root / "portail.toml").write_text("")
    (root / "mappings").mkdir()
    (root / "mappings" / "banque.toml").write_text("")
    (root / "archive" / "abc.csv").write_text("a,b\n")
    (root / "register" / "sealed" / "2026-09.jsonl").write_text("{}\n")
    return ShopFolder(root)


def test_what_is_backed_up_comes_back(folder, tmp_path):
    assert back_up(folder, tmp_path / "b.tar.gz").figures["files"] == 5
    restore(tmp_path / "b.tar.gz", tmp_path / "again")
    assert (tmp_path / "again" / "register" / "sealed" / "2026-09.jsonl").read_text() == "{}\n"
    assert (tmp_path / "again" / "mappings" / "banque.toml").is_file()
    assert (tmp_path / "again" / "inbox").is_dir()


def test_a_backup_cut_short_or_altered_is_refused(folder, tmp_path):
    path = tmp_path / "b.tar.gz"
    back_up(folder, path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with refused("backup-unreadable"):
        check(path)
    path.write_bytes(b"nothing of the kind")
    with refused("backup-unreadable"):
        restore(path, tmp_path / "again")


def test_a_shop_already_there_is_left_alone(folder, tmp_path):
    back_up(folder, tmp_path / "b.tar.gz")
    with refused("backup-not-empty"):
        restore(tmp_path / "b.tar.gz", folder.root)
