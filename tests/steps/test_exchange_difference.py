"""A credit note in another currency: matched in the order's, settled in the shop's, the difference a line of its own in the books."""

from datetime import date

import pytest

from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import open_warehouse
from tests.books import add, credit_note, posted, refund, shop
from tests.tables import shown

AS_OF = date(2026, 10, 31)
SHOP = '[books]\nexchange_rates = ["GBP 1.17"]'


@pytest.mark.parametrize(
    ("settled", "difference"),
    [("141.60", "656000 1.20 0.00"), ("139.20", "756000 0.00 1.20"), ("140.40", None)],
    ids=["a loss", "a gain", "the rate of the books"],
)
def test_an_exchange_difference_is_its_own_line_and_no_break(settled, difference):
    with open_warehouse() as warehouse:
        add(warehouse, "core.orders", order_id="1001", ordered_on="2026-09-01", currency="GBP", gross="120.00")
        add(
            warehouse, "core.payments", provider="stripe", payment_id="pi_1", order_id="1001", amount="120.00", currency="GBP",
            settlement_amount="140.00", settlement_currency="EUR",
        )  # fmt: skip
        credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], currency="GBP")
        refund(
            warehouse, "re_1", "2026-10-21", "120.00", payment_id="pi_1", currency="GBP", settlement_gross=settled, settlement_currency="EUR",
        )  # fmt: skip
        reconcile(warehouse, shop(SHOP), AS_OF)
        prove(warehouse, shop(SHOP), AS_OF)
        assert shown(warehouse, "allocations", "amount | currency | status") == [("120.00", "GBP", "confirmed")]
        assert shown(warehouse, "residuals", "component") == []
        assert shown(warehouse, "breaks", "kind", "kind not in ('credit_note_without_return', 'vat_differs')") == []
        money = [line for line in posted(warehouse, shop(SHOP), as_of=AS_OF) if line.startswith("ST")]
    expected = ["411000WEB 140.40 0.00", f"517100 0.00 {settled}", *([difference] if difference else [])]
    assert sorted(money) == sorted(f"ST 21/10 {line} re_1" for line in expected)


def test_an_amount_that_is_equal_in_another_currency_settles_nothing():
    with open_warehouse() as warehouse:
        add(warehouse, "core.orders", order_id="1001", ordered_on="2026-09-01", currency="GBP", gross="120.00")
        credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], currency="GBP")
        refund(
            warehouse, "re_1", "2026-10-21", "100.00", order_reference="1001", currency="USD", settlement_gross="120.00", settlement_currency="GBP",
        )  # fmt: skip
        reconcile(warehouse, shop(), AS_OF)
        prove(warehouse, shop(), AS_OF)
        assert shown(warehouse, "allocations", "refund_id") == []
        assert shown(warehouse, "breaks", "kind | found", "kind = 'currency_differs'") == [
            ("currency_differs", "remboursé 100,00\N{NO-BREAK SPACE}$")
        ]
