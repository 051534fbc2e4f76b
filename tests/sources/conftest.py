"""A shop's inbox, for whoever drops exports into it."""

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox


@pytest.fixture
def inbox(tmp_path):
    with open_warehouse() as warehouse:
        yield Inbox(warehouse, ShopFolder(tmp_path), Shop())
