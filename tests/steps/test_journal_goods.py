"""Goods that come back, with the exact entries of what becomes of them."""

from datetime import date

from tests.books import add, credit_note, lamp_sent_back, moved, posted, shop


def test_goods_not_fit_for_sale_are_taken_in_then_written_off(warehouse):
    moved(warehouse, "m1", "restock", "2026-10-20", 1, unit_cost="55", return_id="RT-1")
    moved(warehouse, "m2", "write_off", "2026-10-20", -1, unit_cost="55", return_id="RT-1")
    assert posted(warehouse, shop("[books]\nstock = true")) == [
        "OD 20/10 370000 55.00 0.00 RT-1",
        "OD 20/10 603700 0.00 55.00 RT-1",
        "OD 20/10 603700 55.00 0.00 RT-1",
        "OD 20/10 370000 0.00 55.00 RT-1",
    ]


def test_goods_back_before_their_credit_note_are_cut_off_at_month_end_and_reversed(warehouse):
    lamp_sent_back(warehouse)
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
