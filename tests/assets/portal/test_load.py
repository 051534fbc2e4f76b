"""Over a great shelf every page answers soon and weighs little, and the portal reads while a run publishes."""

import pytest

from tests.bench.portal import pages, shop_of

SOON_MILLISECONDS, LIGHT_BYTES = 300, 1_500_000


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Using `httpx`")
def test_every_page_over_a_million_credit_notes_answers_soon_and_weighs_little(tmp_path):
    found = pages(tmp_path, shop_of(tmp_path, 1_000_000))
    assert {path: cost for path, cost in found.items() if cost[0] > SOON_MILLISECONDS or cost[1] > LIGHT_BYTES} == {}
