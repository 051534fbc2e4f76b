"""Which refund settles which credit note: small drawn shops, and what becomes of them."""

from collections.abc import Callable, Iterator

import pytest

from pipelines.domain.shop import Shop
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import Warehouse, open_warehouse
from tests.tables import MONTH_END, expected, fill, shown


@pytest.fixture
def warehouse() -> Iterator[Warehouse]:
    with open_warehouse() as opened:
        yield opened


@pytest.fixture
def settled(warehouse: Warehouse) -> Callable[..., None]:
    def check(gives: str, **drawings: str) -> None:
        fill(warehouse, **drawings)
        reconcile(warehouse, Shop(), MONTH_END)
        assert shown(warehouse, "allocations", "credit_note_number | refund_id | amount | rule | status") == expected(
            gives
        )

    return check


def test_a_refund_that_names_its_credit_note_settles_it(settled):
    settled(
        credit_notes=""" credit_note_number | order_id | gross
                         AV-1               | 1001     | 20.00 """,
        refunds=""" refund_id | credit_note_number | gross
                    re_1      | AV-1               | 20.00 """,
        gives=""" note | refund | amount | rule               | status
                  AV-1 | re_1   | 20.00  | credit_note_number | confirmed """,
    )
