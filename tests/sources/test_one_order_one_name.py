"""An order goes by one name, whichever of its names a shop's files give; a payout told twice is one."""

from datetime import date

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox
from tests.sources.golden import FOLDER

AS_OF = date(2026, 11, 30)


@pytest.fixture
def read(tmp_path):
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())

        def _read(*names):
            for name in names:
                inbox.drop(name, (FOLDER / name).read_bytes())
            inbox.read()
            normalise(warehouse, Shop(), AS_OF)
            return inbox

        yield _read


def test_a_refund_of_shopify_by_number_is_of_the_order_by_name(read):
    inbox = read("shopify/api-orders.json", "shopify/api-refund.json", "shopify/api-payout-transactions.json")
    assert inbox.query("select order_id from core.orders") == [("#1001",)]
    assert inbox.query("select refund_id, order_reference from core.refunds where type = 'refund'") == [
        ("179259969", "#1001")
    ]
    assert inbox.query("select order_id from core.returns") == [("#1001",)]


def test_a_payment_of_prestashop_by_reference_is_of_the_order_by_number(read):
    inbox = read("prestashop/orders.xml", "prestashop/order_payments.json", "prestashop/order_slip.xml")
    assert inbox.query("select order_id from core.payments") == [("5",)]
    assert inbox.query("select credit_note_number, order_id from core.credit_notes order by all") == [
        ("AV000012", "5"),
        ("AV000013", "5"),
    ]


def test_a_refund_in_the_histories_and_in_the_payments_of_shopify_is_one(read):
    inbox = read("shopify/transaction-histories.csv", "shopify_payments/transactions.csv")
    inbox.drop(
        "payments.csv",
        "Transaction Date,Type,Order,Payout Status,Payout ID,Amount,Fee,Net,Currency,Checkout\n"
        "2026-10-02 13:48:04 -0400,refund,#1021,paid,77,-44.90,0.00,-44.90,EUR,#555\n",
    )
    inbox.read()
    normalise(inbox.warehouse, inbox.shop, AS_OF)
    assert inbox.query("select count(*) from core.refunds where order_reference = '#1021'") == [(1,)]


def test_a_payout_listed_and_named_is_one(read):
    inbox = read()
    inbox.drop(
        "transactions.csv",
        "Transaction Date,Type,Order,Payout Status,Payout ID,Payout Date,Amount,Fee,Net,Currency\n"
        "2026-07-10 00:00:00 +0200,payout,,paid,14815650,2026-07-10,-9.50,0.00,-9.50,EUR\n",
    )
    inbox.drop(
        "payouts.csv",
        "Payout Date,Status,Charges,Refunds,Adjustments,Fees,Total,Currency,Bank Reference\n"
        "2026-07-10,paid,10.00,0.00,0.00,-0.50,9.50,EUR,SHP-1\n2026-07-11,paid,10.00,0.00,0.00,-0.50,9.50,EUR,SHP-2\n",
    )
    inbox.read()
    normalise(inbox.warehouse, inbox.shop, AS_OF)
    assert inbox.query("select payout_id, amount, bank_reference from core.payouts order by all") == [
        ("14815650", 9.50, "SHP-1"),
        ("2026-07-11 EUR 9.50 SHP-2", 9.50, "SHP-2"),
    ]
