"""A warehouse without a row, for tests that draw theirs; a module whose tests empty it themselves shares one."""

import pytest

from pipelines.warehouse import open_warehouse


@pytest.fixture
def warehouse():
    with open_warehouse() as opened:
        yield opened


@pytest.fixture(scope="module")
def opened():
    with open_warehouse() as warehouse:
        yield warehouse
