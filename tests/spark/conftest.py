"""One Spark of a master and two workers for every test that compares it with DuckDB."""

import pytest

from tests.spark.cluster import cluster


@pytest.fixture(scope="session")
def address(tmp_path_factory):
    with cluster(tmp_path_factory.mktemp("spark")) as found:
        yield found
