"""What spreadsheets and hands do to exports: each is read, or refused in a sentence; nothing is guessed."""

import csv
from dataclasses import replace
from datetime import datetime
from io import BytesIO
import json
import re

import openpyxl
import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages.exclusions import said
from pipelines.domain.shop import Shop
from pipelines.domain.shop.providers import DateOrder
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox
from tests.sources.golden import FIXTURES, FOLDER, expected_path

PAYPAL = (FOLDER / "paypal" / "activity-en.csv").read_text(encoding="utf-8")
HISTORY = "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Description\n"


def test_an_impossible_date_refuses_the_whole_file_for_the_others_may_be_swapped_too(inbox):
    inbox.drop("paypal.csv", PAYPAL.replace('"13/10/2026"', '"10/13/2026"'))
    inbox.read()
    assert inbox.refused() == [("inbox/paypal.csv", "file-impossible-date")]
    assert inbox.query("select count(*) from raw.payments") == [(0,)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("-12.50", "12.50"),
        ("'-12.50", "12.50"),
        ("\u221212.50", "12.50"),
        ("\t-12.50", "12.50"),
        ("12.50-", "12.50"),
        ("(12.50)", "12.50"),
        ('"-12,50"', "12.50"),
        ('"-1\u202f212,50"', "1212.50"),
        ('"-1\u00a0212,50"', "1212.50"),
        ('"-1,212.50"', "1212.50"),
        ('"-1.212,50"', "1212.50"),
        ("-12.5", "12.5"),
    ],
)
def test_an_amount_is_read_however_it_is_written(inbox, written, read):
    inbox.drop("stripe.csv", HISTORY + f"txn_1,refund,re_1,{written},0.00,,eur,2026-10-08 07:00:00,x\n")
    inbox.read()
    assert inbox.query("select gross from raw.refunds") == [(read,)]


@pytest.mark.parametrize("written", ["12.505", '"12,505"', "1e3", "douze", "12.50.00"])
def test_an_amount_that_is_not_exact_is_refused_under_its_own_words(inbox, written):
    inbox.drop("stripe.csv", HISTORY + f"txn_1,refund,re_1,{written},0.00,,eur,2026-10-08 07:00:00,x\n")
    inbox.read()
    assert [(row, value, code) for row, _, value, code in inbox.rejected()] == [
        (2, written.strip('"'), "not-an-amount")
    ]


def test_a_row_may_end_with_the_last_cell_its_format_needs_and_is_cut_before_it(inbox):
    whole = "txn_{n},refund,re_{n},-3.00,0.00,-3.00,eur,2026-10-08 07:00:00"
    inbox.drop(
        "stripe.csv",
        HISTORY
        + whole.format(n=1)
        + ",x\n"
        + whole.format(n=2)
        + "\n"
        + "txn_3,refund,re_3,-3.00\n"
        + whole.format(n=4),
    )
    inbox.read()
    assert inbox.query("select refund_id, description from raw.refunds order by all") == [
        ("re_1", "x"),
        ("re_2", "refund"),
    ]
    assert [(row, code) for row, _, _, code in inbox.rejected()] == [(4, "too-few-cells"), (5, "too-few-cells")]
    assert inbox.query("select distinct reason from raw.rejected_rows where source_row = 4") == [
        ("la ligne n'a que 4 cases, l'en-tête en a 9.",)
    ]


def test_a_type_that_moves_money_is_unknown_and_one_that_does_not_is_refused_by_name(inbox):
    inbox.drop(
        "stripe.csv",
        HISTORY
        + "txn_1,novelty,x_1,-3.00,0.00,-3.00,eur,2026-10-08 07:00:00,Levy\n"
        + "txn_2,novelty,x_2,0.00,0.00,0.00,eur,2026-10-08 07:00:00,Levy\n"
        + "txn_3,refund,re_3,5.00,0.00,5.00,eur,2026-10-08 07:00:00,Odd\n",
    )
    inbox.read()
    assert inbox.query("select refund_id, type, gross, description from raw.refunds order by all") == [
        ("txn_1", "unknown", "-3.00", "novelty : Levy"),
        ("txn_3", "unknown", "5.00", "refund : Odd"),
    ]
    assert inbox.rejected() == [(3, "type", "novelty", "unknown-type")]


def test_columns_may_be_reordered_and_added(inbox):
    inbox.drop(
        "stripe.csv",
        "Extra,Net,Fee,Currency,Amount,Created (UTC),Source,id,Type\nz,-5.00,0.00,eur,-5.00,2026-10-08 07:00:00,re_9,txn_9,refund\n",
    )
    inbox.read()
    assert inbox.query("select refund_id, gross, net from raw.refunds") == [("re_9", "5.00", "-5.00")]


def test_a_record_that_a_spreadsheet_put_whole_in_one_cell_is_read_all_the_same(inbox):
    lines = (FOLDER / "shopify" / "transaction-histories.csv").read_text(encoding="utf-8").splitlines()
    inbox.drop("spoiled.csv", "\n".join(f'"{line}"' for line in lines) + "\n")
    inbox.drop("half-spoiled.csv", "\n".join([lines[0], *(f'"{line} "' for line in lines[1:])]) + "\n")
    inbox.read()
    assert inbox.query("select format, rows_used from raw.files") == [("shopify_transaction_histories", 4)] * 2


PAYPLUG = "Type,Date,Montant,ID API,Description,E-mail\n"
PAID = "Paiement,2026-10-01 10:00:00,1.00,pay_{},{},a@exemple.fr\n"
BROKEN_LINE = '"Commande\n1002"'


@pytest.mark.parametrize(
    "above",
    ['Boutique "L Atelier\n', '"Boutique\nde Soizic"\n', '\ufeff"sep=,"\n', "\n\n", "Export;du\n01/10\n"],
    ids=["a quote never closed", "a line end within quotes", "a mark and a quoted hint", "nothing", "words"],
)
def test_whatever_stands_above_the_header_takes_no_row_away(inbox, above):
    inbox.drop(
        "payplug.csv", above + PAYPLUG + PAID.format(1, "1001") + PAID.format(2, BROKEN_LINE) + PAID.format(3, "x")
    )
    inbox.read()
    first = above.count("\n") + 2
    rows = inbox.query("select payment_id, source_row from raw.payments order by 1")
    assert (inbox.rejected(), rows) == ([], [("pay_1", first), ("pay_2", first + 1), ("pay_3", first + 3)])


def test_a_quote_amid_a_cell_is_a_sign_like_any_other(inbox):
    inbox.drop("payplug.csv", PAYPLUG + PAID.format(1, 'Ecran 15"') + PAID.format(2, BROKEN_LINE) + PAID.format(3, "x"))
    inbox.read()
    rows = inbox.query("select payment_id, source_row from raw.payments order by 1")
    assert (inbox.rejected(), rows) == ([], [("pay_1", 2), ("pay_2", 3), ("pay_3", 5)])


def test_quotes_that_never_close_refuse_the_file_rather_than_lose_a_row(inbox):
    stray = 'v, s ,v,v,v,v\nv,v,v,",e,v\nv,v,v,"d""q",v,"\nv,"c,d",v,,v,15" x\n\n'
    inbox.drop("payplug.csv", PAYPLUG + stray)
    inbox.read()
    assert inbox.refused() == [("inbox/payplug.csv", "file-stray-quotes")]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-15", "cp1252"])
def test_the_euro_of_a_bank_is_read_whichever_way_the_bank_writes_it(inbox, encoding):
    lines = "Date de l'opération;Libellé;Détail de l'écriture;Montant de l'opération;Devise\n"
    lines += "03/10/2026;VIR;Boutique 20 € remboursés;-20,00;EUR\n"
    inbox.drop("bank.csv", lines.encode(encoding))
    inbox.read()
    assert inbox.query("select label from raw.bank") == [("Boutique 20 € remboursés",)]


def test_an_account_set_to_another_country_says_how_its_days_are_written(tmp_path):
    paypal = replace(Shop().providers["paypal"], date_order=DateOrder.MONTH_FIRST)
    american = replace(Shop(), providers={**Shop().providers, "paypal": paypal})
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), american)
        lines = [line for line in PAYPAL.splitlines() if "Date" in line or "05/10/2026" in line]
        inbox.drop("paypal.csv", "\n".join(lines).replace('"05/10/2026"', '"10/13/2026"'))
        inbox.read()
        assert inbox.query("select captured_at from raw.payments") == [("2026-10-13T05:45:51Z",)]


@pytest.mark.parametrize(
    ("order", "read"), [(DateOrder.DAY_FIRST, "2026-10-08T07:05:00Z"), (DateOrder.MONTH_FIRST, "2026-08-10T07:05:00Z")]
)
@pytest.mark.parametrize("written", ["{}/{}/2026 7:05", "{}/{}/26 07:05"])
def test_days_a_spreadsheet_wrote_anew_are_read_in_the_order_the_shop_says(tmp_path, order, read, written):
    stripe = replace(Shop().providers["stripe"], date_order=order)
    told = replace(Shop(), providers={**Shop().providers, "stripe": stripe})
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), told)
        day = written.format("8" if order is DateOrder.MONTH_FIRST else "08", "10")
        inbox.drop("stripe.csv", HISTORY + f"txn_1,refund,re_1,-3.00,0.00,-3.00,eur,{day},x\n")
        inbox.read()
        assert inbox.query("select created_at from raw.refunds") == [(read,)]


def test_days_a_spreadsheet_wrote_anew_are_never_guessed(inbox):
    inbox.drop("stripe.csv", HISTORY + "txn_1,refund,re_1,-3.00,0.00,-3.00,eur,08/10/2026 07:05,x\n")
    inbox.read()
    assert inbox.refused() == [("inbox/stripe.csv", "file-impossible-date")]


def test_every_reason_a_row_is_set_aside_for_has_its_words():
    reasons = set()
    for fixture in FIXTURES:
        _, _, told = expected_path(fixture).read_text(encoding="utf-8").partition("\nexcluded\n")
        reasons |= {line.split()[1] for line in told.partition("\n\n")[0].splitlines()}
    assert {reason for reason in reasons if said(reason) == reason} == set()
    assert said("pending", "en") == "pending"


def test_a_document_has_one_currency(inbox):
    header = "order_id,ordered_at,country,currency,status,line_id,line_type,title,quantity,unit_price_gross,vat_rate\n"
    line = "1001,2026-10-01T10:00:00Z,FR,{},paid,{},product,Lampe,1,12.00,20\n"
    inbox.drop("orders.csv", header + line.format("EUR", 1) + line.format("USD", 2) + line.format("EUR", 3))
    inbox.read()
    assert inbox.rejected() == [(3, "currency", "USD", "two-currencies")]
    assert inbox.query("select rows_used, rows_rejected from raw.files") == [(2, 1)]


def test_the_totals_an_export_prints_are_kept_and_held(inbox):
    inbox.drop("stl.csv", (FOLDER / "paypal" / "stl-quoted.csv").read_bytes())
    inbox.drop("cut.txt", (FOLDER / "bank" / "cfonb120-cut.txt").read_bytes())
    inbox.drop("bank.sta", (FOLDER / "bank" / "reversal.sta").read_bytes())
    inbox.read()
    assert inbox.rejected() == [
        (3, "07", "2002.74 / 1904.00 EUR", "balance-differs"),
        (9, "gross CR", "52.00 / 62.00 AUD", "total-differs"),
    ]
    assert inbox.query(
        "select format, control_totals ->> '$[0].name', control_totals ->> '$[0].stated' from raw.files order by 1"
    ) == [
        ("cfonb120", "07", "1904.00"),
        ("mt940", "62F", "2230.00"),
        ("paypal_report", "fee CR", "0.00"),
    ]


KLARNA = """payment_reference,{name},settlement_date
KREF1,{stated},2026-10-12

type,capture_date,order_id,capture_id,merchant_reference1,amount,posting_currency,refund_id,payment_reference
SALE,2026-10-05T08:00:00Z,o-1,c-1,1001,150.00,EUR,,KREF1
RETURN,2026-10-08T08:00:00Z,o-1,,1001,-50.00,EUR,r-1,KREF1
FEE,2026-10-05T08:00:00Z,o-1,c-1,1001,-2.90,EUR,,KREF1
"""


@pytest.mark.parametrize(
    ("name", "stated", "refused"),
    [
        ("settlement_amount", "97.10", []),
        ("total_settlement_amount", "100.00", []),
        ("settlement_amount", "147.10", [(8, "settlement_amount KREF1", "97.10 / 147.10 EUR", "total-differs")]),
        ("merchant_id", "147.10", []),
    ],
    ids=["fees withheld", "fees invoiced apart", "a return is missing", "no total printed"],
)
def test_what_klarna_says_it_settled_is_held_to_its_rows(inbox, name, stated, refused):
    inbox.drop("klarna.csv", KLARNA.format(name=name, stated=stated))
    inbox.read()
    assert (inbox.refused(), inbox.rejected()) == ([], refused)
    assert inbox.query("select rows_used from raw.files") == [(3,)]


OFX = (FOLDER / "bank" / "banque-populaire.ofx").read_bytes().decode("cp1252")


@pytest.mark.parametrize(
    "content",
    [
        OFX.encode("utf-16"),
        OFX.encode(),
        re.sub(r"<[^>]+>", lambda tag: tag[0].lower(), OFX).encode("cp1252"),
        OFX.replace("ENCODING:USASCII", "ENCODING:UNICODE").replace("CHARSET:1252", "CHARSET:NONE").encode("utf-16"),
    ],
    ids=["UTF-16", "UTF-8 under another name", "small letters", "UTF-16 that says so"],
)
def test_a_statement_reads_the_same_however_it_is_written(inbox, content):
    inbox.drop("as-is.ofx", OFX.encode("cp1252"))
    inbox.drop("otherwise.ofx", content)
    inbox.read()
    assert inbox.refused() == []
    told = "select count(*), count(distinct (line_id, label, reference)) from raw.bank"
    assert inbox.query(told) == [(10, 5)]


def test_objects_one_a_line_are_a_list_of_them(inbox):
    listed = json.loads((FOLDER / "stripe" / "api.json").read_text(encoding="utf-8"))["data"]
    inbox.drop("list.json", json.dumps({"object": "list", "data": listed}))
    inbox.drop("lines.jsonl", "\n".join(map(json.dumps, listed)))
    inbox.read()
    assert (inbox.refused(), inbox.rejected()) == ([], [])
    assert (
        len({tuple(counts) for counts in inbox.query("select rows_read, rows_used, rows_excluded from raw.files")}) == 1
    )


def test_an_export_saved_as_a_workbook_tells_the_same_rows(inbox):
    for name in ("paypal/activity-fr.csv", "shopify_payments/transactions.csv"):
        book = openpyxl.Workbook()
        for cells in csv.reader((FOLDER / name).read_text(encoding="utf-8-sig").splitlines()):
            book.active.append([as_stored(cell) for cell in cells])
        content = BytesIO()
        book.save(content)
        inbox.drop(name, (FOLDER / name).read_bytes())
        inbox.drop(f"{name}.xlsx", content.getvalue())
    inbox.read()
    assert (inbox.refused(), inbox.rejected()) == ([], [])
    told = "select count(*), count(distinct (provider, refund_id, type, created_at, cast(gross as decimal(18, 2)))) from raw.refunds"
    ((both, once),) = inbox.query(told)
    assert both == 2 * once > 0


def as_stored(cell):
    """What a spreadsheet makes of a cell: a day, a figure, else the text."""
    if re.fullmatch(r"\d\d/\d\d/\d{4}", cell):
        return datetime.strptime(cell, "%d/%m/%Y").replace(tzinfo=None)
    return float(cell) if re.fullmatch(r"-?\d+\.\d\d", cell) else cell
