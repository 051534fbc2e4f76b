"""One Spark of a master and two workers for every test that compares it with DuckDB; how many tables were alike is said."""

from collections import Counter
from collections.abc import Callable, Mapping

import pytest

from tests.spark.cluster import cluster

Tables = Mapping[str, Counter[str]]
SAID: list[str] = []


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("spark")) as found:
        yield found


@pytest.fixture
def alike(request) -> Callable[[Tables, Tables], None]:
    """Tables by name, DuckDB's and Spark's, of which every row is the same."""

    def compared(here: Tables, there: Tables) -> None:
        differing = {
            name: (here.get(name), there.get(name)) for name in here | there if here.get(name) != there.get(name)
        }
        SAID.append(
            f"{request.node.name}: {len(here) - len(differing)} tables equal, {len(differing)} different, {sum(map(Counter.total, here.values()))} rows"
        )
        assert differing == {}

    return compared


def pytest_terminal_summary(terminalreporter):
    for line in SAID:
        terminalreporter.write_line(line)
