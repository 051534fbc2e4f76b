"""Every everyday case of a shop's returns, drawn with its exact entries."""

from datetime import date

from pipelines.steps.month_books import month_recaps
from reports.exports.recaps import recap_documents
from tests.books import add, allocation, credit_note, moved, posted, refund, refunded_note, returned, shop, sold_lamp

LAMP = [("product", "100.00", "20", "20.00"), ("shipping", "20.00", "20", "4.00")]
EVERYTHING = """
[books]
sales = true
collections = true
fees = true
payouts = true
stock = true
carriage = true
credit_notes_journal = "VE"
"""


def test_the_worked_example_of_a_full_withdrawal(warehouse):
    sold_lamp(warehouse)
    credit_note(warehouse, "AV-2026-000123", "2026-11-20", LAMP, invoice="FA-2026-004512", state="settled")
    refund(warehouse, "re_1", "2026-11-21", "144.00", payment_id="ch_1", state="matched")
    allocation(warehouse, "AV-2026-000123", "re_1", "144.00", issued_on="2026-11-20", refunded_on="2026-11-21")
    moved(warehouse, "m1", "sale", "2026-11-02", -1, unit_cost="55", order_id="1001")
    moved(warehouse, "m2", "restock", "2026-11-20", 1, unit_cost="55", return_id="RT-1")
    add(
        warehouse, "core.payouts", provider="stripe", payout_id="po_1", paid_on="2026-11-25", amount="100.00",
        bank_reference="STRIPE 77",
    )  # fmt: skip
    add(
        warehouse, "core.bank_lines", account="FR76", line_id="b1", booked_on="2026-11-26", amount="100.00",
        label="VIR STRIPE 77 SEPA",
    )  # fmt: skip
    assert posted(warehouse, shop(EVERYTHING), "2026-11") == [
        "BQ 26/11 512000 100.00 0.00 po_1",
        "BQ 26/11 580000 0.00 100.00 po_1",
        "OD 02/11 603700 55.00 0.00 1001",
        "OD 02/11 370000 0.00 55.00 1001",
        "OD 20/11 370000 55.00 0.00 RT-1",
        "OD 20/11 603700 0.00 55.00 RT-1",
        "ST 02/11 445660 0.48 0.00 ch_1",
        "ST 02/11 627800 2.41 0.00 ch_1",
        "ST 02/11 445200 0.00 0.48 ch_1",
        "ST 02/11 517100 0.00 2.41 ch_1",
        "ST 02/11 517100 144.00 0.00 ch_1",
        "ST 02/11 411000WEB 0.00 144.00 ch_1",
        "ST 21/11 411000WEB 144.00 0.00 re_1",
        "ST 21/11 517100 0.00 144.00 re_1",
        "ST 25/11 580000 100.00 0.00 po_1",
        "ST 25/11 517100 0.00 100.00 po_1",
        "VE 02/11 411000WEB 144.00 0.00 FA-2026-004512",
        "VE 02/11 445710 0.00 24.00 FA-2026-004512",
        "VE 02/11 707000 0.00 100.00 FA-2026-004512",
        "VE 02/11 708500 0.00 20.00 FA-2026-004512",
        "VE 20/11 445710 24.00 0.00 AV-2026-000123",
        "VE 20/11 707000 100.00 0.00 AV-2026-000123",
        "VE 20/11 708500 20.00 0.00 AV-2026-000123",
        "VE 20/11 411000WEB 0.00 144.00 AV-2026-000123",
    ]
    unlettered = warehouse.connection.execute(
        """select count(*) from core.journal where "CompteNum" in ('411000', '580000') and "EcritureLet" is null"""
    ).fetchone()
    assert unlettered == (0,)


def test_a_price_reduction_goes_to_rebates(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "10.00", "20", "2.00")], nature="price_reduction")
    assert posted(warehouse, shop()) == [
        "AV 20/10 445710 2.00 0.00 AV-1",
        "AV 20/10 709700 10.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 12.00 AV-1",
    ]


def test_a_depreciation_kept_on_a_full_credit_note_stays_a_sale(warehouse):
    refunded_note(warehouse, "108.00", settled="108.00")
    returned(warehouse, depreciation="12.00")
    assert posted(warehouse, shop())[3:] == [
        "OD 21/10 411000WEB 12.00 0.00 AV-1",
        "OD 21/10 445710 0.00 2.00 AV-1",
        "OD 21/10 707000 0.00 10.00 AV-1",
        "ST 21/10 411000WEB 108.00 0.00 re_1",
        "ST 21/10 517100 0.00 108.00 re_1",
    ]


def test_a_label_withheld_is_a_carriage_sold_to_the_customer(warehouse):
    refunded_note(warehouse, "115.00", settled="115.00")
    returned(warehouse, label_withheld="4.99")
    assert posted(warehouse, shop())[3:7] == [
        "OD 21/10 411000WEB 5.00 0.00 AV-1",
        "OD 21/10 445710 0.00 0.83 AV-1",
        "OD 21/10 708500 0.00 4.16 AV-1",
        "OD 21/10 758900 0.00 0.01 AV-1",
    ]


def test_an_amount_withheld_beforehand_makes_a_smaller_credit_note_and_no_fee(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "90.00", "20", "18.00")])
    assert posted(warehouse, shop()) == [
        "AV 20/10 445710 18.00 0.00 AV-1",
        "AV 20/10 707000 90.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 108.00 AV-1",
    ]


def test_a_franchise_has_no_vat_to_take_back(warehouse):
    credit_note(
        warehouse, "AV-1", "2026-10-20", [("product", "100.00", "0", "0.00"), ("shipping", "5.00", "0", "0.00")]
    )
    assert posted(warehouse, shop("[vat]\nregime = 'franchise'")) == [
        "AV 20/10 707000 100.00 0.00 AV-1",
        "AV 20/10 708500 5.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 105.00 AV-1",
    ]


def test_a_sale_declared_at_the_one_stop_shop_has_its_own_accounts(warehouse):
    add(warehouse, "core.orders", order_id="1001", country="DE")
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "19", "19.00")])
    assert posted(warehouse, shop("[vat]\none_stop_shop = true")) == [
        "AV 20/10 4457OSSDE190 19.00 0.00 AV-1",
        "AV 20/10 707OSSDE190 100.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 119.00 AV-1",
    ]


def test_a_business_abroad_and_a_franchise_have_no_vat(warehouse):
    add(warehouse, "core.orders", order_id="1001", country="DE", customer_vat_id="DE123")
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "0", "0.00")])
    assert posted(warehouse, shop("[vat]\none_stop_shop = true")) == [
        "AV 20/10 707000 100.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 100.00 AV-1",
    ]


def test_a_written_off_credit_note_is_a_gain(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="written_off")
    add(
        warehouse, "core.decisions", sequence=1, decided_at="2026-10-25 10:00:00", author="Claire", action="write_off",
        credit_note_number="AV-1",
    )  # fmt: skip
    assert posted(warehouse, shop())[3:] == ["OD 25/10 411000WEB 120.00 0.00 AV-1", "OD 25/10 758900 0.00 120.00 AV-1"]


def test_the_shipping_of_a_credit_note_has_its_own_account_and_gift_cards_theirs(warehouse):
    credit_note(
        warehouse, "AV-1", "2026-10-20", [("shipping", "5.00", "20", "1.00"), ("gift_card", "50.00", "0", "0.00")]
    )
    assert posted(warehouse, shop()) == [
        "AV 20/10 419100 50.00 0.00 AV-1",
        "AV 20/10 445710 1.00 0.00 AV-1",
        "AV 20/10 708500 5.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 56.00 AV-1",
    ]


def test_customers_are_told_apart_by_pseudonym_when_the_shop_asks(warehouse):
    add(warehouse, "core.orders", order_id="1001", customer_id="c1", customer_name="Anne Martin")
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")])
    line = posted(warehouse, shop("[books]\nauxiliaries = 'customer'"))[-1]
    assert line.startswith("AV 20/10 411000C")
    assert "Martin" not in line


def test_a_day_may_be_gathered_under_its_own_dated_recap(warehouse):
    for number in ("AV-1", "AV-2"):
        credit_note(warehouse, number, "2026-10-20", [("product", "100.00", "20", "20.00")])
    assert posted(warehouse, shop("[books]\ndaily_recap = true")) == [
        "AV 20/10 445710 40.00 0.00 RECAP-AV-20261020",
        "AV 20/10 707000 200.00 0.00 RECAP-AV-20261020",
        "AV 20/10 411000WEB 0.00 240.00 RECAP-AV-20261020",
    ]
    detail = warehouse.connection.execute(
        "select distinct document, booked_on from core.recap_details order by 1"
    ).fetchall()
    assert detail == [("AV-1", date(2026, 10, 20)), ("AV-2", date(2026, 10, 20))]
    (document,) = recap_documents(month_recaps(warehouse, "2026-10"))
    assert document.path == "recapitulatifs/RECAP-AV-20261020.csv"
    rows = document.content.decode().split("\r\n")
    assert rows[1].startswith("RECAP-AV-20261020;AV;2026-10-20;AV-1;")
    assert rows[-2] == "RECAP-AV-20261020;AV;2026-10-20;;TOTAL;;;240.00;240.00"
