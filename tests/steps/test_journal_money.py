"""Money that goes back in its own way: disputes, fees, currencies, penalties, vouchers, with its exact entries."""

from datetime import date

import pytest

from tests.books import add, allocation, credit_note, posted, refund, refunded_note, returned, shop, sold_lamp


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
    refunded_note(warehouse, "126.01")
    add(warehouse, "core.returns_proof", proof_id="p", credit_note_number="AV-1", increase_due="6.00")
    assert posted(warehouse, shop())[3:6] == [
        "OD 21/10 658100 6.00 0.00 re_1",
        "OD 21/10 658900 0.01 0.00 re_1",
        "OD 21/10 411000WEB 0.00 6.01 re_1",
    ]


def test_carriage_repaid_to_the_customer_is_our_carriage(warehouse):
    refunded_note(warehouse, "125.90")
    returned(warehouse, carriage_repaid="5.90")
    assert posted(warehouse, shop())[3:5] == [
        "OD 21/10 624200 5.90 0.00 re_1",
        "OD 21/10 411000WEB 0.00 5.90 re_1",
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
