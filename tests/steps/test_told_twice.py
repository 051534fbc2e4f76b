"""A refund told by the shop and by its provider's own report counts once; nothing is left out on a likeness alone."""

from datetime import date
from decimal import Decimal
import json

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox

STRIPE = (
    "reporting_category,currency,gross,fee,net,balance_transaction_id,source_id,created_utc,order_id\n"
    "{rows}"
)  # fmt: skip
SHOP = "Order,Name,Kind,Gateway,Created At,Status,Amount,Currency\n{rows}"


def stripe(refund, amount, day, order="#1001", currency="eur"):
    return f"refund,{currency},-{amount},0.00,-{amount},txn_{refund},{refund},{day} 10:00:00,{order}\n"


def told(amount, day, order="#1001", gateway="stripe"):
    return f"5001,{order},refund,{gateway},{day} 09:00:00 +0000,success,{amount},EUR\n"


@pytest.fixture
def kept(tmp_path):
    """What is known of refunds, each « provider amount told by », and how many tellings were left out."""
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())

        def read(of_shop, of_stripe=""):
            inbox.drop("shop.csv", SHOP.format(rows=of_shop))
            if of_stripe:
                inbox.drop("stripe.csv", STRIPE.format(rows=of_stripe))
            inbox.read()
            summary = normalise(warehouse, inbox.shop, date(2026, 12, 31))
            assert (inbox.refused(), inbox.rejected()) == ([], [])
            assert inbox.query("select name from raw.files where rows_read <> rows_used + rows_excluded") == []
            rows = inbox.query(
                "select refunds.provider || ' ' || gross || ' ' || split_part(format, '_', 1) from core.refunds"
                " inner join raw.files on sha256 = source_file order by all"
            )
            return [row for (row,) in rows], summary.figures["told_by_provider"]

        yield read


def test_a_refund_told_by_both_is_the_provider_s(kept):
    assert kept(told("20.00", "2026-10-05"), stripe("re_1", "20.00", "2026-10-06")) == (["stripe 20.00 stripe"], 1)


def test_of_two_told_by_the_shop_and_one_by_the_provider_one_of_the_shop_stays(kept):
    shop = told("20.00", "2026-10-05") + told("20.00", "2026-10-06")
    assert kept(shop, stripe("re_1", "20.00", "2026-10-06")) == (["stripe 20.00 shopify", "stripe 20.00 stripe"], 1)


def test_what_the_provider_has_no_report_of_stays(kept):
    assert kept(told("20.00", "2026-10-05")) == (["stripe 20.00 shopify"], 0)


@pytest.mark.parametrize(
    "other",
    [
        stripe("re_1", "20.01", "2026-10-05"),
        stripe("re_1", "20.00", "2026-10-09"),
        stripe("re_1", "20.00", "2026-10-05", order="#1002"),
        stripe("re_1", "20.00", "2026-10-05", order=""),
        stripe("re_1", "20.00", "2026-10-05", currency="usd"),
    ],
    ids=["another amount", "four days later", "another order", "no order", "another currency"],
)
def test_a_report_without_the_same_row_leaves_the_shop_s(kept, other):
    rows, left_out = kept(told("20.00", "2026-10-05"), other)
    assert (len(rows), left_out) == (2, 0)


def test_another_provider_s_report_leaves_the_shop_s(kept):
    shop = told("20.00", "2026-10-05", gateway="paypal")
    assert kept(shop, stripe("re_1", "20.00", "2026-10-05")) == (["paypal 20.00 shopify", "stripe 20.00 stripe"], 0)


def charge(payment, amount, day, order=""):
    return f"charge,eur,{amount},0.25,{float(amount) - 0.25:.2f},txn_{payment},{payment},{day} 10:00:00,{order}\n"


def woo(payment, total):
    """An order of WooCommerce paid by card."""
    return json.dumps([{
        "id": 1001, "number": "1001", "parent_id": 0, "status": "completed", "currency": "EUR", "order_key": "wc_1", "total": total,
        "date_created_gmt": "2026-10-05T09:00:00", "date_paid_gmt": "2026-10-05T09:00:00", "payment_method": "stripe",
        "transaction_id": payment, "billing": {"country": "FR"}, "shipping": {}, "refunds": [], "tax_lines": [],
        "line_items": [{"id": 1, "name": "Lampe", "quantity": 1, "subtotal": total, "subtotal_tax": "0", "total": total, "total_tax": "0", "taxes": []}],
        "shipping_lines": [], "fee_lines": [],
    }])  # fmt: skip


@pytest.mark.parametrize("known_to_stripe", ["", "1001"])
def test_a_payment_told_by_both_is_one_with_the_shop_s_order_and_the_provider_s_fee(tmp_path, known_to_stripe):
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())
        inbox.drop("stripe.csv", STRIPE.format(rows=charge("ch_1", "20.00", "2026-10-05", known_to_stripe)))
        inbox.drop("orders.json", woo("ch_1" if not known_to_stripe else "pi_1", "20.00"))
        inbox.read()
        normalise(warehouse, inbox.shop, date(2026, 12, 31))
        assert (inbox.refused(), inbox.rejected()) == ([], [])
        assert inbox.query("select payment_id, order_id, amount, fee from core.payments") == [
            ("ch_1", "1001", Decimal("20.00"), Decimal("0.25"))
        ]
