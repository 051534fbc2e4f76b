"""A warehouse lost, a clock that jumps, two passages at once: all end where an undisturbed one does."""

from datetime import date
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

from assets.command import exit_code
from pipelines.domain.folder import ShopFolder
from pipelines.sample.generate import generate
from pipelines.sample.scale import Scale

AS_OF = date(2026, 10, 31)


@pytest.fixture(scope="module")
def exports(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("exports") / "boutique"
    generate(root, Scale(orders=60))
    return root


@pytest.fixture(scope="module")
def undisturbed(exports, tmp_path_factory) -> dict[str, object]:
    return passed(copied(exports, tmp_path_factory.mktemp("undisturbed")))


def copied(exports: Path, into: Path) -> Path:
    return Path(shutil.copytree(exports, into / "boutique"))


def passed(root: Path) -> dict[str, object]:
    """Run, and take every file of the shelf but the one that says when, and the tables row by row."""
    assert exit_code(["run", "--shop", str(root), "--as-of", AS_OF.isoformat(), "--documents", "none"]) == 0
    return shelf(ShopFolder(root).published)


def shelf(published: Path) -> dict[str, object]:
    import duckdb

    found: dict[str, object] = {}
    for path in sorted(published.rglob("*")):
        name = str(path.relative_to(published))
        if path.suffix == ".parquet":
            found[name] = duckdb.connect().read_parquet(str(path)).fetchall()
        elif path.is_file() and not name.startswith((".", "dernier-passage", "metrics")):
            found[name] = path.read_bytes()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("damage", [b"", b"not a warehouse at all" * 1000])
def test_a_warehouse_that_cannot_be_read_is_rebuilt_from_archive_and_register(damage, exports, undisturbed, tmp_path):
    root = copied(exports, tmp_path)
    passed(root)
    shutil.rmtree(root / "inbox")
    (root / "inbox").mkdir()
    ShopFolder(root).warehouse.write_bytes(damage or ShopFolder(root).warehouse.read_bytes()[:9000])
    assert passed(root) == undisturbed
    assert list(ShopFolder(root).warehouse.parent.glob("*.corrupt-*"))


@pytest.mark.slow
def test_a_clock_that_jumps_back_and_forth_changes_nothing_in_the_end(exports, undisturbed, tmp_path):
    root = copied(exports, tmp_path)
    for day in ("2026-10-31", "2026-09-15", "2026-10-31"):
        assert exit_code(["run", "--shop", str(root), "--as-of", day, "--documents", "none"]) == 0
    assert shelf(ShopFolder(root).published) == undisturbed


@pytest.mark.slow
def test_two_runs_at_once_wait_for_each_other(exports, undisturbed, tmp_path):
    root = copied(exports, tmp_path)
    words = [sys.executable, "-m", "assets.command", "run", "--shop", str(root), "--as-of", "2026-10-31"]
    both = [subprocess.Popen([*words, "--documents", "none"], stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [run.wait(timeout=120) for run in both] == [0, 0]
    assert shelf(ShopFolder(root).published) == undisturbed


def test_who_holds_the_lock_is_named(tmp_path):
    from assets.clock import Clock
    from assets.lock import held
    from tests.refused import refused

    folder = ShopFolder(tmp_path)
    with held(folder, "close", Clock()), refused("command-busy"), held(folder, "run", Clock(), wait=0.1):
        pass
