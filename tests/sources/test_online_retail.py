"""The real wholesaler: every count and total of the two sheets is the one measured on the originals."""

from datetime import date
from decimal import Decimal
import os
from pathlib import Path

import pytest

from pipelines.steps.normalise import normalise

REAL = Path(os.environ.get("ONLINE_RETAIL", "../shared/data/online_retail/online_retail_2009_2011.parquet"))
OLD = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
NEW = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
SALE = "536365,85123A,WHITE HEART,{quantity},2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n"
CREDIT = "C536379,85123A,WHITE HEART,-2,2010-12-05 09:41:00,2.55,17850.0,United Kingdom\n"
WRITE_OFF = "536589,21777,damages,-10,2010-12-02 16:50:00,0.0,,United Kingdom\n"


def read(inbox):
    inbox.read()
    normalise(inbox.warehouse, inbox.shop, date(2012, 1, 1))


@pytest.mark.parametrize("header", [OLD, NEW])
def test_a_credit_note_finds_the_last_sale_it_may_undo(inbox, header):
    sales = SALE.format(quantity=6) + SALE.format(quantity=2).replace("536365", "536400").replace("-01 ", "-04 ")
    inbox.drop("a.csv", header + CREDIT + sales + SALE.format(quantity=1).replace("536365", "536401"))
    read(inbox)
    assert inbox.query("select order_id, vat, gross, currency, origin_invoices from core.credit_notes") == [
        ("536400", Decimal("1.02"), Decimal("6.12"), "GBP", [{"number": "536400", "issued_on": date(2010, 12, 4)}])
    ]


def test_a_credit_note_without_a_sale_says_that_it_has_no_origin(inbox):
    inbox.drop("a.csv", OLD + CREDIT)
    read(inbox)
    assert inbox.query("select order_id, origin_invoices from core.credit_notes") == [("C536379", [])]


def test_write_offs_bad_debts_and_what_is_not_goods(inbox):
    inbox.drop(
        "a.csv",
        OLD
        + WRITE_OFF
        + "A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,United Kingdom\n"
        + "536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.0,12583.0,France\n",
    )
    read(inbox)
    assert inbox.query("select sku, quantity, reason from core.stock_writeoffs") == [("21777", Decimal(10), "damages")]
    assert inbox.query("select reason from raw.excluded_rows") == [("bad_debt",)]
    assert inbox.query("select line_type, vat from core.order_lines") == [("shipping", Decimal("0.00"))]


def test_the_same_invoice_in_both_sheets_is_read_once_and_its_double_lines_stay(inbox):
    inbox.drop("a.csv", OLD + SALE.format(quantity=6) * 2)
    inbox.drop("b.csv", NEW + SALE.format(quantity=6) * 2)
    read(inbox)
    assert inbox.query("select count(*), sum(quantity) from core.order_lines") == [(2, Decimal(12))]


@pytest.mark.slow
@pytest.mark.skipif(not REAL.exists(), reason="fetched by users from UCI, not shipped")
def test_the_real_file_gives_the_counts_measured_on_it(inbox):
    inbox.drop("real.parquet", REAL.read_bytes())
    read(inbox)
    assert inbox.query("select rows_read, rows_rejected from raw.files") == [(1_067_370, 0)]
    assert inbox.query("select reason, count(*) from raw.excluded_rows group by 1 order by 1") == [
        ("bad_debt", 6),
        ("duplicate", 22_523),
    ]
    raw = "from raw.{} where {} like 'C%'"
    credited = raw.format("credit_notes", "credit_note_number")
    charged = raw.format("orders", "order_id")
    total = "sum(cast(quantity as decimal(18, 0)) * cast(unit_price_net as decimal(18, 2)))"
    assert inbox.query(f"select count(*), {total} {credited}") == [(19_493, Decimal("1527041.43"))]
    assert inbox.query(f"select count(*), {total} {charged}") == [(1, Decimal("373.57"))]
    assert inbox.query("select count(*) from raw.stock_writeoffs") == [(3_457,)]
    assert inbox.query("select count(*), sum(cast(len(origin_invoices) > 0 as int)) from core.credit_notes") == [
        (8_291, 6_634)
    ]
    assert inbox.query("select count(distinct order_id) from core.orders") == [(41_938,)]
    assert inbox.query("select count(*) from core.credit_note_lines where origin_line_id is not null") == [(15_340,)]
