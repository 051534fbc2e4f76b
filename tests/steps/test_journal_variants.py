"""Every everyday case of a shop's returns, drawn with its exact entries."""

from datetime import date

import pytest

from pipelines.steps.month_books import month_recaps
from pipelines.warehouse import open_warehouse
from reports.exports.recaps import recap_documents
from tests.books import add, allocation, credit_note, posted, refund, shop

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


@pytest.fixture
def warehouse():
    with open_warehouse() as opened:
        yield opened


def sold_lamp(warehouse):
    add(
        warehouse, "core.orders", order_id="1001", ordered_on="2026-11-02", invoice_number="FA-2026-004512",
        invoice_date="2026-11-02", net="120.00", vat="24.00", gross="144.00",
    )  # fmt: skip
    for line_id, kind, net, vat in (("1", "product", "100.00", "20.00"), ("2", "shipping", "20.00", "4.00")):
        add(
            warehouse, "core.order_lines", order_id="1001", line_id=line_id, line_type=kind, sku="LAMPE", quantity=1,
            vat_rate="20", net=net, vat=vat, gross=str(float(net) + float(vat)),
        )  # fmt: skip
    add(
        warehouse, "core.payments", provider="stripe", payment_id="ch_1", order_id="1001", captured_on="2026-11-02",
        amount="144.00", fee="2.41",
    )  # fmt: skip


def moved(warehouse, move_id, kind, day, quantity, **values):
    add(
        warehouse,
        "core.stock_moves",
        move_id=move_id,
        kind=kind,
        moved_on=day,
        quantity=quantity,
        sku="LAMPE",
        **values,
    )


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


def test_goods_not_fit_for_sale_are_taken_in_then_written_off(warehouse):
    moved(warehouse, "m1", "restock", "2026-10-20", 1, unit_cost="55", return_id="RT-1")
    moved(warehouse, "m2", "write_off", "2026-10-20", -1, unit_cost="55", return_id="RT-1")
    assert posted(warehouse, shop("[books]\nstock = true")) == [
        "OD 20/10 370000 55.00 0.00 RT-1",
        "OD 20/10 603700 0.00 55.00 RT-1",
        "OD 20/10 603700 55.00 0.00 RT-1",
        "OD 20/10 370000 0.00 55.00 RT-1",
    ]


def test_a_depreciation_kept_on_a_full_credit_note_stays_a_sale(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="settled")
    refund(warehouse, "re_1", "2026-10-21", "108.00", state="matched")
    allocation(warehouse, "AV-1", "re_1", "108.00")
    add(warehouse, "core.returns", return_id="RT-1", order_id="1001", depreciation="12.00")
    add(warehouse, "core.returns_proof", proof_id="p", return_id="RT-1", credit_note_number="AV-1")
    assert posted(warehouse, shop())[3:] == [
        "OD 21/10 411000WEB 12.00 0.00 AV-1",
        "OD 21/10 445710 0.00 2.00 AV-1",
        "OD 21/10 707000 0.00 10.00 AV-1",
        "ST 21/10 411000WEB 108.00 0.00 re_1",
        "ST 21/10 517100 0.00 108.00 re_1",
    ]


def test_a_label_withheld_is_a_carriage_sold_to_the_customer(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="settled")
    refund(warehouse, "re_1", "2026-10-21", "115.00", state="matched")
    allocation(warehouse, "AV-1", "re_1", "115.00")
    add(warehouse, "core.returns", return_id="RT-1", order_id="1001", label_withheld="4.99")
    add(warehouse, "core.returns_proof", proof_id="p", return_id="RT-1", credit_note_number="AV-1")
    assert posted(warehouse, shop())[3:7] == [
        "OD 21/10 411000WEB 5.00 0.00 AV-1",
        "OD 21/10 445710 0.00 0.83 AV-1",
        "OD 21/10 708500 0.00 4.16 AV-1",
        "OD 21/10 758900 0.00 0.01 AV-1",
    ]


def test_a_store_credit_is_owed_until_it_is_spent(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], settlement="store_credit")
    add(
        warehouse, "core.payments", provider="store_credit", payment_id="bon-1", order_id="1002", captured_on="2026-10-25",
        amount="120.00",
    )  # fmt: skip
    assert posted(warehouse, shop("[books]\ncollections = true"))[3:] == [
        "OD 20/10 411000WEB 120.00 0.00 AV-1",
        "OD 20/10 419700 0.00 120.00 AV-1",
        "OD 25/10 419700 120.00 0.00 bon-1",
        "OD 25/10 411000WEB 0.00 120.00 bon-1",
    ]


def test_goods_back_before_their_credit_note_are_cut_off_at_month_end_and_reversed(warehouse):
    sold_lamp(warehouse)
    add(warehouse, "core.returns", return_id="RT-1", order_id="1001", received_on="2026-10-28")
    add(
        warehouse,
        "core.return_lines",
        return_id="RT-1",
        line_number=1,
        order_id="1001",
        line_id="1",
        sku="LAMPE",
        quantity=1,
    )
    credit_note(warehouse, "AV-1", "2026-11-05", [("product", "100.00", "20", "20.00")])
    add(warehouse, "core.returns_proof", proof_id="p", return_id="RT-1", credit_note_number="AV-1")
    books = shop("[books]\ncut_off = true\ncredit_notes = false")
    assert posted(warehouse, books) == [
        "OD 31/10 445870 20.00 0.00 RT-1",
        "OD 31/10 707000 100.00 0.00 RT-1",
        "OD 31/10 419800 0.00 120.00 RT-1",
    ]
    assert posted(warehouse, books, "2026-11") == [
        "OD 01/11 419800 120.00 0.00 RT-1",
        "OD 01/11 445870 0.00 20.00 RT-1",
        "OD 01/11 707000 0.00 100.00 RT-1",
    ]


def test_a_dispute_is_doubtful_until_it_is_won(warehouse):
    refund(warehouse, "dp_1", "2026-10-10", "120.00", type="dispute", fee="20.00")
    refund(warehouse, "dp_1", "2026-10-30", "120.00", type="dispute_reversal")
    assert posted(warehouse, shop("[books]\nfees = true")) == [
        "ST 10/10 445660 4.00 0.00 dp_1",
        "ST 10/10 627800 20.00 0.00 dp_1",
        "ST 10/10 445200 0.00 4.00 dp_1",
        "ST 10/10 517100 0.00 20.00 dp_1",
        "ST 10/10 416000WEB 120.00 0.00 dp_1",
        "ST 10/10 517100 0.00 120.00 dp_1",
        "ST 30/10 517100 120.00 0.00 dp_1",
        "ST 30/10 416000WEB 0.00 120.00 dp_1",
    ]
    lettered = warehouse.connection.execute("select distinct code from core.letterings").fetchall()
    assert lettered == [("ST000002",)]


def test_a_lost_dispute_settles_the_credit_note_a_person_ties_to_it(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], settlement="chargeback")
    refund(warehouse, "dp_1", "2026-10-10", "120.00", type="dispute")
    allocation(warehouse, "AV-1", "dp_1", "120.00", decided_by="Claire", refunded_on="2026-10-10")
    assert posted(warehouse, shop())[3:5] == [
        "OD 20/10 411000WEB 120.00 0.00 AV-1",
        "OD 20/10 416000WEB 0.00 120.00 AV-1",
    ]
    open_items = warehouse.connection.execute(
        """select count(*) from core.journal where "CompteNum" in ('411000', '416000') and "EcritureLet" is null"""
    ).fetchone()
    assert open_items == (0,)


def test_a_lost_dispute_whose_goods_the_customer_keeps_is_a_bad_debt(warehouse):
    refund(warehouse, "dp_1", "2026-10-10", "120.00", type="dispute", state="accepted")
    add(
        warehouse, "core.decisions", sequence=1, decided_at="2026-10-15 10:00:00", author="Claire", action="accept",
        provider="stripe", refund_id="dp_1",
    )  # fmt: skip
    assert posted(warehouse, shop())[:2] == ["OD 15/10 654100 120.00 0.00 dp_1", "OD 15/10 416000WEB 0.00 120.00 dp_1"]


def test_the_vat_of_a_bad_debt_comes_back_when_the_shop_says_it_is_lost_for_good(warehouse):
    sold_lamp(warehouse)
    refund(warehouse, "dp_1", "2026-10-10", "144.00", type="dispute", state="accepted", payment_id="ch_1")
    add(
        warehouse, "core.decisions", sequence=1, decided_at="2026-10-15 10:00:00", author="Claire", action="accept",
        provider="stripe", refund_id="dp_1",
    )  # fmt: skip
    assert posted(warehouse, shop("[books]\nbad_debt_vat = true"))[:3] == [
        "OD 15/10 445710 24.00 0.00 dp_1",
        "OD 15/10 654100 120.00 0.00 dp_1",
        "OD 15/10 416000WEB 0.00 144.00 dp_1",
    ]


def test_goods_that_come_in_or_are_counted_name_the_document_that_says_so(warehouse):
    moved(warehouse, "receipt:BR-7:LAMPE:principal", "receipt", "2026-10-02", 2, unit_cost="55", reason="BR-7")
    moved(warehouse, "write_off:CASSE-1:LAMPE:1", "write_off", "2026-10-03", -1, unit_cost="55")
    moved(warehouse, "count:LAMPE:principal:2026-10-31", "count", "2026-10-31", 1, unit_cost="55")
    assert posted(warehouse, shop("[books]\nstock = true")) == [
        "OD 02/10 370000 110.00 0.00 BR-7",
        "OD 02/10 603700 0.00 110.00 BR-7",
        "OD 03/10 603700 55.00 0.00 CASSE-1",
        "OD 03/10 370000 0.00 55.00 CASSE-1",
        "OD 31/10 370000 55.00 0.00 INVENTAIRE-20261031",
        "OD 31/10 603700 0.00 55.00 INVENTAIRE-20261031",
    ]


def apart(warehouse, return_id="RT-1", day="2026-10-20", reason="defective", disposition="quarantine"):
    add(warehouse, "core.return_lines", return_id=return_id, line_number=1, sku="LAMPE", quantity=1, reason_code=reason)
    add(
        warehouse, "core.stock_apart", return_id=return_id, line_number=1, sku="LAMPE", disposition=disposition,
        received_on=day, quantity=1, unit_cost="55", value="55.00", write_down="27.50",
    )  # fmt: skip


def test_the_articles_of_a_bundle_are_each_claimed_once(warehouse):
    apart(warehouse)
    warehouse.connection.execute(
        "insert into core.stock_apart select * replace ('PIED' as sku, 5 as value) from core.stock_apart"
    )
    assert posted(warehouse, shop("[books]\nsupplier_claims = true")) == [
        "OD 20/10 409800 55.00 0.00 RT-1",
        "OD 20/10 607000 0.00 55.00 RT-1",
        "OD 20/10 409800 5.00 0.00 RT-1",
        "OD 20/10 607000 0.00 5.00 RT-1",
    ]


def test_a_defective_article_is_claimed_from_its_supplier_at_cost(warehouse):
    apart(warehouse)
    apart(warehouse, "RT-2", reason="changed_mind")
    assert posted(warehouse, shop("[books]\nsupplier_claims = true")) == [
        "OD 20/10 409800 55.00 0.00 RT-1",
        "OD 20/10 607000 0.00 55.00 RT-1",
    ]


def test_goods_that_cannot_be_sold_are_written_down_at_inventory_and_judged_anew_a_year_later(warehouse):
    apart(warehouse)
    apart(warehouse, "RT-2", disposition="destroy")
    books = shop("[books]\nwrite_downs = true")
    assert posted(warehouse, books, "2026-12") == [
        "OD 31/12 681730 27.50 0.00 RT-1",
        "OD 31/12 397000 0.00 27.50 RT-1",
    ]
    assert posted(warehouse, books, "2027-12", date(2027, 12, 31)) == [
        "OD 31/12 397000 27.50 0.00 RT-1",
        "OD 31/12 781730 0.00 27.50 RT-1",
    ]


def test_goods_written_down_are_in_stock_at_their_cost_where_stock_is_posted(warehouse):
    apart(warehouse)
    assert posted(warehouse, shop("[books]\nwrite_downs = true\nstock = true"), "2026-12") == [
        "OD 31/12 370000 55.00 0.00 RT-1",
        "OD 31/12 681730 27.50 0.00 RT-1",
        "OD 31/12 397000 0.00 27.50 RT-1",
        "OD 31/12 603700 0.00 55.00 RT-1",
    ]


def test_what_is_claimed_from_a_supplier_is_not_written_down(warehouse):
    apart(warehouse)
    assert posted(warehouse, shop("[books]\nwrite_downs = true\nsupplier_claims = true"), "2026-12") == []


def sold_gift_card(warehouse, order_id="2001", day="2026-01-15"):
    add(
        warehouse, "core.orders", order_id=order_id, ordered_on=day, invoice_number=f"FA-{order_id}", invoice_date=day,
        net="50.00", gross="50.00",
    )  # fmt: skip
    add(
        warehouse, "core.order_lines", order_id=order_id, line_id="1", line_type="gift_card", quantity=1, net="50.00",
        gross="50.00",
    )  # fmt: skip


def test_a_gift_card_is_owed_when_sold_and_its_vat_comes_with_what_it_buys(warehouse):
    sold_gift_card(warehouse, day="2026-10-15")
    add(
        warehouse, "core.payments", provider="gift_card", payment_id="gc-1", order_id="2002", captured_on="2026-10-25",
        amount="30.00",
    )  # fmt: skip
    assert posted(warehouse, shop("[books]\nsales = true\ncollections = true")) == [
        "OD 25/10 419100 30.00 0.00 gc-1",
        "OD 25/10 411000WEB 0.00 30.00 gc-1",
        "VE 15/10 411000WEB 50.00 0.00 FA-2001",
        "VE 15/10 419100 0.00 50.00 FA-2001",
    ]


def test_what_of_gift_cards_is_never_spent_lapses_once(warehouse):
    sold_gift_card(warehouse)
    sold_gift_card(warehouse, "2003", "2026-06-01")
    add(
        warehouse, "core.payments", provider="gift_card", payment_id="gc-1", order_id="2002", captured_on="2026-03-25",
        amount="30.00",
    )  # fmt: skip
    books = shop("[books]\nsales = true\ncollections = true\ngift_cards_lapse_months = 12")
    lapsed = [line for line in posted(warehouse, books, "2027-01", date(2027, 5, 31)) if "PERIME" in line]
    assert lapsed == [
        "OD 31/01 419100 20.00 0.00 PERIME-419100-202701",
        "OD 31/01 758000 0.00 20.00 PERIME-419100-202701",
    ]
    for month in ("2027-02", "2027-05"):
        assert posted(warehouse, books, month, date(2027, 5, 31)) == []


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


def test_a_better_rate_than_the_one_booked_is_a_gain(warehouse):
    refund(
        warehouse, "re_1", "2026-10-21", "120.00", currency="GBP", settlement_gross="139.20", settlement_currency="EUR",
    )  # fmt: skip
    assert posted(warehouse, shop('[books]\nexchange_rates = ["GBP 1.17"]')) == [
        "ST 21/10 411000WEB 140.40 0.00 re_1",
        "ST 21/10 517100 0.00 139.20 re_1",
        "ST 21/10 756000 0.00 1.20 re_1",
    ]


def test_the_legal_increase_paid_with_a_late_refund_is_a_penalty(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="settled")
    refund(warehouse, "re_1", "2026-10-21", "126.01", state="matched")
    allocation(warehouse, "AV-1", "re_1", "120.00")
    add(warehouse, "core.returns_proof", proof_id="p", credit_note_number="AV-1", increase_due="6.00")
    assert posted(warehouse, shop())[3:6] == [
        "OD 21/10 658100 6.00 0.00 re_1",
        "OD 21/10 658900 0.01 0.00 re_1",
        "OD 21/10 411000WEB 0.00 6.01 re_1",
    ]


def test_carriage_repaid_to_the_customer_is_our_carriage(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="settled")
    refund(warehouse, "re_1", "2026-10-21", "125.90", state="matched")
    allocation(warehouse, "AV-1", "re_1", "120.00")
    add(warehouse, "core.returns", return_id="RT-1", order_id="1001", carriage_repaid="5.90")
    add(warehouse, "core.returns_proof", proof_id="p", return_id="RT-1", credit_note_number="AV-1")
    assert posted(warehouse, shop())[3:5] == [
        "OD 21/10 624200 5.90 0.00 re_1",
        "OD 21/10 411000WEB 0.00 5.90 re_1",
    ]


def test_a_return_label_the_shop_pays_is_owed_to_the_carrier(warehouse):
    add(
        warehouse, "core.returns", return_id="RT-1", order_id="1001", sent_on="2026-10-08", carriage_paid_by="merchant",
        carriage_cost="7.20",
    )  # fmt: skip
    assert posted(warehouse, shop("[books]\ncarriage = true")) == [
        "OD 08/10 445660 1.20 0.00 RT-1",
        "OD 08/10 624200 6.00 0.00 RT-1",
        "OD 08/10 401000 0.00 7.20 RT-1",
    ]


def test_a_refund_in_a_foreign_currency_shows_what_exchange_cost(warehouse):
    credit_note(
        warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], currency="GBP", state="settled"
    )
    refund(
        warehouse, "re_1", "2026-10-21", "120.00", currency="GBP", settlement_gross="141.60", settlement_currency="EUR",
        state="matched",
    )  # fmt: skip
    allocation(warehouse, "AV-1", "re_1", "120.00", currency="GBP")
    assert posted(warehouse, shop('[books]\nexchange_rates = ["GBP 1.17"]')) == [
        "AV 20/10 445710 23.40 0.00 AV-1",
        "AV 20/10 707000 117.00 0.00 AV-1",
        "AV 20/10 411000WEB 0.00 140.40 AV-1",
        "ST 21/10 411000WEB 140.40 0.00 re_1",
        "ST 21/10 656000 1.20 0.00 re_1",
        "ST 21/10 517100 0.00 141.60 re_1",
    ]


def test_money_of_another_currency_stands_in_its_own_account(warehouse):
    refund(warehouse, "re_1", "2026-10-21", "100.00", currency="GBP")
    assert posted(warehouse, shop('[books]\nexchange_rates = ["GBP 1.17"]')) == [
        "ST 21/10 411000WEB 117.00 0.00 re_1",
        "ST 21/10 517102 0.00 117.00 re_1",
    ]


def test_goodwill_accepted_without_a_credit_note_is_a_cost_without_vat(warehouse):
    refund(warehouse, "re_1", "2026-10-21", "10.00", state="accepted")
    add(
        warehouse, "core.decisions", sequence=1, decided_at="2026-10-25 10:00:00", author="Claire", action="accept",
        provider="stripe", refund_id="re_1", account="658000",
    )  # fmt: skip
    assert posted(warehouse, shop())[:2] == ["OD 25/10 658000 10.00 0.00 re_1", "OD 25/10 411000WEB 0.00 10.00 re_1"]


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


@pytest.mark.parametrize(
    ("provider", "lines"),
    [
        ("stripe", ["445660 2.00 0.00", "627800 10.00 0.00", "445200 0.00 2.00", "517100 0.00 10.00"]),
        ("payplug", ["445660 1.67 0.00", "627800 8.33 0.00", "517600 0.00 10.00"]),
        ("paypal", ["627800 10.00 0.00", "517200 0.00 10.00"]),
    ],
)
def test_fees_follow_the_vat_rule_of_their_provider(warehouse, provider, lines):
    refund(warehouse, "fee_1", "2026-10-10", "10.00", type="fee", provider=provider)
    found = posted(warehouse, shop("[books]\nfees = true"))
    assert [line.split(" ", 2)[2].rsplit(" ", 1)[0] for line in found] == lines


def test_a_franchise_does_not_deduct_the_vat_of_fees(warehouse):
    refund(warehouse, "fee_1", "2026-10-10", "10.00", type="fee")
    assert [
        line.split(" ", 2)[2] for line in posted(warehouse, shop("[books]\nfees = true\n[vat]\nregime = 'franchise'"))
    ] == [
        "627800 12.00 0.00 fee_1",
        "445200 0.00 2.00 fee_1",
        "517100 0.00 10.00 fee_1",
    ]


def test_money_of_an_unknown_kind_waits_under_its_name(warehouse):
    refund(warehouse, "adj_1", "2026-10-10", "-3.50", type="adjustment", description="reserve_hold")
    assert posted(warehouse, shop()) == ["ST 10/10 471000 3.50 0.00 adj_1", "ST 10/10 517100 0.00 3.50 adj_1"]


def test_a_refund_that_fails_comes_back(warehouse):
    refund(warehouse, "re_1", "2026-10-10", "120.00", status="failed", state="reversed")
    refund(warehouse, "re_1", "2026-10-14", "120.00", type="refund_failure")
    assert posted(warehouse, shop()) == [
        "ST 10/10 411000WEB 120.00 0.00 re_1",
        "ST 10/10 517100 0.00 120.00 re_1",
        "ST 14/10 517100 120.00 0.00 re_1",
        "ST 14/10 411000WEB 0.00 120.00 re_1",
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
