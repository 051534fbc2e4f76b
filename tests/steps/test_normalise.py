"""Rows read become exact facts: one version of each, in the shop's own days, in any order of files, seen from any day."""

from datetime import date
from decimal import Decimal

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import parse_shop
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox

AS_OF = date(2026, 12, 31)
REFUNDS = "provider,refund_id,type,status,created_at,gross,currency,updated_at\n"
RETURNS = "return_id,order_id,line_id,sku,quantity,notified_at,received_at\n"
NOTES = (
    "credit_note_number,issued_at,order_id,nature,settlement,currency,line_id,line_type,sku,title,quantity,"
    "unit_price_gross,vat_rate\n"
)
NOTE = "AV-1,2026-10-05T10:00:00Z,C-1,,refund,EUR,,product,RED,Robe,1,19.99,20\n"
ORDERS = (
    "order_id,ordered_at,invoice_number,invoice_date,country,currency,status,line_id,line_type,sku,title,quantity,"
    "unit_price_net,unit_price_gross,vat_rate,discount_net,discount_gross\n"
)


def facts(inbox, sql, as_of=AS_OF):
    inbox.read()
    normalise(inbox.warehouse, inbox.shop, as_of)
    return inbox.query(sql)


def refund(status="succeeded", updated="", gross="5.00", at="2026-10-01T10:00:00Z", refund_id="re_1"):
    return f"stripe,{refund_id},refund,{status},{at},{gross},EUR,{updated}\n"


def test_the_same_rows_in_another_file_change_nothing(inbox):
    inbox.drop("a.csv", REFUNDS + refund())
    inbox.drop("b.csv", REFUNDS + refund() + refund(refund_id="re_2"))
    assert facts(inbox, "select refund_id from core.refunds order by 1") == [("re_1",), ("re_2",)]
    assert inbox.query("select reason, count(*) from raw.excluded_rows group by 1") == [("duplicate", 1)]
    assert inbox.query("select sum(rows_read), sum(rows_used), sum(rows_excluded) from raw.files") == [(3, 2, 1)]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (refund("succeeded", "2026-10-02T00:00:00Z"), refund("pending", "2026-10-03T00:00:00Z")),
        (refund("pending"), refund("failed")),
        (refund(gross="5.00"), refund(gross="6.00") + refund(refund_id="re_9", at="2026-11-30T00:00:00Z")),
    ],
    ids=["later updated_at", "further status", "file with the latest instant"],
)
@pytest.mark.parametrize("is_later_first", [True, False])
def test_the_later_version_of_a_row_wins_in_any_order_of_files(inbox, earlier, later, is_later_first):
    inbox.drop("a.csv", REFUNDS + (later if is_later_first else earlier))
    inbox.drop("b.csv", REFUNDS + (earlier if is_later_first else later))
    won = facts(inbox, "select status, gross from core.refunds where refund_id = 're_1'")
    cells = later.split(",")
    assert won == [(cells[3], Decimal(cells[5]))]
    assert inbox.query("select reason from raw.excluded_rows") == [("superseded",)]


def test_rows_dated_after_the_day_looked_from_wait_for_a_later_run(inbox):
    inbox.drop("a.csv", REFUNDS + refund() + refund(refund_id="re_2", at="2026-10-31T23:30:00Z"))
    rows = "select refund_id, created_on from core.refunds order by 1"
    assert facts(inbox, rows, date(2026, 10, 31)) == [("re_1", date(2026, 10, 1))]
    assert inbox.query("select reason from raw.excluded_rows") == [("after_as_of",)]
    assert facts(inbox, rows, date(2026, 11, 1)) == [("re_1", date(2026, 10, 1)), ("re_2", date(2026, 11, 1))]
    assert inbox.query("select reason from raw.excluded_rows") == []


def test_a_later_export_that_fills_the_reception_supersedes(inbox):
    inbox.drop("a.csv", RETURNS + "R-1,C-1,,RED,1,2026-10-01T10:00:00Z,\n" * 2)
    inbox.drop(
        "b.csv",
        RETURNS
        + "R-1,C-1,,RED,1,2026-10-01T10:00:00Z,2026-10-09T10:00:00Z\n"
        + "R-1,C-1,,RED,1,2026-10-01T10:00:00Z,\n",
    )
    lines = facts(inbox, "select line_number, received_on from core.return_lines order by 1")
    assert lines == [(1, date(2026, 10, 9)), (2, None)]
    assert facts(inbox, "select received_on from core.returns") == [(None,)]
    assert facts(inbox, "select received_on from core.return_lines", date(2026, 10, 8)) == [(None,), (None,)]


def test_lines_without_an_id_stay_double_inside_a_file_and_single_over_files(inbox):
    inbox.drop("a.csv", NOTES + NOTE + NOTE)
    inbox.drop("b.csv", NOTES + NOTE)
    inbox.drop("c.csv", NOTES + NOTE.replace("RED", "BLUE"))
    assert facts(inbox, "select gross from core.credit_notes") == [(Decimal("59.97"),)]


def test_a_note_says_its_origin_its_nature_and_its_exact_vat(inbox):
    inbox.drop(
        "o.csv", ORDERS + "C-1,2026-10-01T10:00:00Z,F-9,2026-10-02,FR,EUR,paid,1,product,RED,Robe,1,,19.99,20,,\n"
    )
    inbox.drop("a.csv", NOTES + NOTE)
    notes = facts(inbox, "select nature, net, vat, gross, origin_invoices from core.credit_notes")
    origin = {"number": "F-9", "issued_on": date(2026, 10, 2)}
    assert notes == [("return", Decimal("16.66"), Decimal("3.33"), Decimal("19.99"), [origin])]


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("product,RED,Robe,3,16.658333,,20,,", ("49.97", "9.99", "59.96")),
        ("product,RED,Robe,3,,19.99,20,,", ("49.97", "10.00", "59.97")),
        ("product,RED,Robe,3,,19.99,5.5,,5.00", ("52.10", "2.87", "54.97")),
        ("product,RED,Robe,3,10,,20,5.00,", ("25.00", "5.00", "30.00")),
        ("discount,,Remise,1,,6.00,20,,", ("-5.00", "-1.00", "-6.00")),
        ("discount,,Remise,1,,-6.00,20,,", ("-5.00", "-1.00", "-6.00")),
    ],
)
def test_a_row_says_whether_its_price_is_net_or_gross(inbox, line, amounts):
    inbox.drop("o.csv", ORDERS + f"C-1,2026-10-01T10:00:00Z,F-9,,FR,EUR,paid,1,{line}\n")
    found = facts(inbox, "select net, vat, gross from core.order_lines")
    assert found == [tuple(Decimal(amount) for amount in amounts)]


@pytest.mark.parametrize(("rounding", "vat"), [("line", "0.36"), ("unit", "0.36"), ("total", "0.35")])
def test_vat_is_rounded_once_where_the_shop_rounds_it(tmp_path, rounding, vat):
    """Two lines of 1.06 with 20 % inside: 0.18 each, 0.35 together."""
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), parse_shop(f"[vat]\nvat_rounding = '{rounding}'".encode()))
        inbox.drop("a.csv", NOTES + NOTE.replace("19.99", "1.06") + NOTE.replace("19.99", "1.06"))
        assert facts(inbox, "select vat, gross from core.credit_notes") == [(Decimal(vat), Decimal("2.12"))]


def test_nothing_new_does_nothing(inbox):
    inbox.drop("a.csv", REFUNDS + refund())
    facts(inbox, "select 1")
    inbox.query("update core.refunds set state = 'matched' returning 1")
    assert facts(inbox, "select state from core.refunds") == [("matched",)]
    assert facts(inbox, "select state from core.refunds", date(2027, 1, 1)) == [("matched",)]


def test_goods_stand_where_the_file_says_else_in_the_usual_place(inbox):
    inbox.drop("a.csv", "sku,place,counted_at,quantity\nBOL,cave,2026-09-01T06:00:00Z,4\nSEL,,2026-09-01T06:00:00Z,5\n")
    assert facts(inbox, "select sku, place from core.stock_counts order by 1") == [
        ("BOL", "cave"),
        ("SEL", "principal"),
    ]
