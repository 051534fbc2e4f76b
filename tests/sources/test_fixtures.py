"""Every export format reads its fixture as its expected rows say: signs, fees, dates, currencies, what moves no money."""

from pathlib import Path

import pytest

from tests.sources.golden import FIXTURES, FOLDER, expected_path, rendered


@pytest.fixture(scope="module")
def found():
    return rendered(FIXTURES)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_fixture_gives_its_expected_rows(fixture: Path, found: dict[Path, str]):
    assert found[fixture] == expected_path(fixture).read_text(encoding="utf-8")
