"""What several tests share: the sample shop, run once a session and never altered, and an inbox."""

from pathlib import Path
import shutil

from hypothesis import settings
import pytest

settings.register_profile("same every time", derandomize=True)
settings.load_profile("same every time")
pytest.register_assert_rewrite("tests.reconciled", "tests.tables")


@pytest.fixture(scope="session")
def sample_shop(tmp_path_factory) -> Path:
    """A small sample shop, run as `lettrage demo` runs it, without its PDFs. Copy it before altering it."""
    from assets.nightly import run_night
    from assets.passages import Asked
    from pipelines.domain.folder import ShopFolder
    from pipelines.sample.generate import generate
    from pipelines.sample.scale import Scale

    root = tmp_path_factory.mktemp("sample") / "brume-et-varech"
    scale = Scale(orders=150)
    generate(root, scale)
    run_night([root], ShopFolder(root).dagster_home, Asked(scale.as_of, "none"))
    return root


@pytest.fixture
def own_sample_shop(sample_shop, tmp_path) -> Path:
    """A copy of the sample shop, to alter at will."""
    return Path(shutil.copytree(sample_shop, tmp_path / sample_shop.name, symlinks=True))


@pytest.fixture
def inbox(tmp_path):
    """An inbox into which exports are dropped, of a shop with its usual settings."""
    from pipelines.domain.folder import ShopFolder
    from pipelines.domain.shop import Shop
    from pipelines.warehouse import open_warehouse
    from tests.inboxes import Inbox

    with open_warehouse() as warehouse:
        yield Inbox(warehouse, ShopFolder(tmp_path), Shop())
