"""`lettrage inspect` says what reading would give and loads nothing; hostile files get their sentence in bounded memory."""

from decimal import Decimal
import gzip
from io import BytesIO
import resource
from time import process_time
import zipfile

import openpyxl
import pytest

from pipelines.domain.shop import Shop
from pipelines.sources import sources
from pipelines.steps.inspect import inspect

HEADER = "provider,refund_id,type,status,created_at,gross,fee,net,currency\n"
GOOD = "stripe,re_{n},refund,succeeded,2026-10-0{n}T10:00:00Z,12.50,0.00,-12.50,EUR\n"


def inspected(path):
    (found,) = inspect(path, Shop(), sources())
    return found


def test_it_says_format_period_rows_reasons_and_totals(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(HEADER + GOOD.format(n=1) + GOOD.format(n=2) + GOOD.format(n=3).replace("12.50", "x", 1))
    found = inspected(path)
    assert (found.format, found.loaded.read, found.loaded.used, found.loaded.rejected) == ("plain_refunds", 3, 2, 1)
    assert [str(day) for day in found.period] == ["2026-10-01", "2026-10-02"]
    assert ("2026-10", "EUR", "refund gross", Decimal("25.00"), 2) in found.totals
    assert [row[:3] for row in found.rejected] == [("not-an-amount", 1, 4)]
    assert [row["refund_id"] for row in found.exported] == ["re_1", "re_2", "re_3"]


def test_its_days_and_months_are_those_of_the_shop(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text(HEADER + "stripe,re_1,refund,succeeded,2026-09-30T22:30:00Z,12.50,0.00,-12.50,EUR\n")
    found = inspected(path)
    assert [str(day) for day in found.period] == ["2026-10-01", "2026-10-01"]
    assert {month for month, *_ in found.totals} == {"2026-10"}


def test_a_fee_is_told_in_the_currency_it_was_kept_in(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(
        "Transaction Date,Type,Order,Payout Status,Payout ID,Amount,Fee,Net,Presentment Amount,Presentment Currency,Currency\n"
        "2026-10-01 10:00:00 +0200,charge,#1,paid,P1,90.00,2.00,88.00,100.00,USD,EUR\n"
    )
    assert [row[1:4] for row in inspected(path).totals] == [
        ("EUR", "fee", Decimal("2.00")),
        ("EUR", "net", Decimal("88.00")),
        ("USD", "payment gross", Decimal("100.00")),
    ]


def bomb():
    out = BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.csv", "w", force_zip64=True) as file,
    ):
        for _ in range(300):
            file.write(b"0" * (1 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bomb.zip", bomb(), "file-too-large"),
        ("bomb.csv.gz", gzip.compress(b"0" * (300 << 20), 9), "file-too-large"),
        ("cut.csv.gz", gzip.compress((HEADER + GOOD.format(n=1) * 999).encode())[:-20], "file-broken-archive"),
        ("lol.xml", b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><l>&c;</l>', "file-hostile-xml"),
        ("none.csv", b"", "file-empty"),
    ],
)  # fmt: skip
def test_a_hostile_file_gets_its_sentence_and_little_memory(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = inspected(path)
    assert found.refusal
    assert found.refusal.message.code == code
    assert found.refusal.sentence("fr") != found.refusal.sentence("en")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


def hollow(rows: int) -> bytes:
    """A workbook of one row of values and many that are only formatted."""
    book, plain, out = openpyxl.Workbook(), BytesIO(), BytesIO()
    book.active.append(HEADER.strip().split(","))
    book.active.append(GOOD.format(n=1).strip().split(","))
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for member in source.namelist():
            content = source.read(member)
            if member == "xl/worksheets/sheet1.xml":
                empty = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(3, rows + 3))
                content = content.replace(b"</sheetData>", empty + b"</sheetData>")
            target.writestr(member, content)
    return out.getvalue()


def test_a_workbook_formatted_to_its_last_row_is_read_at_once(tmp_path):
    path = tmp_path / "hollow.xlsx"
    path.write_bytes(hollow(500_000))
    started = process_time()
    found = inspected(path)
    assert (found.loaded.read, found.loaded.used) == (1, 1)
    assert process_time() - started < 10


def test_a_second_table_in_a_file_is_told_and_the_first_is_read(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text(HEADER + GOOD.format(n=1) + "sku,place,as_of,quantity\nRED,,2026-10-01T10:00:00Z,3\n")
    found = inspected(path)
    assert (found.loaded.read, found.loaded.used, found.loaded.rejected) == (3, 1, 2)
    assert [row[:3] for row in found.rejected] == [("second-table", 1, 3), ("too-few-cells", 1, 4)]


def test_a_folder_gets_its_sentence(tmp_path):
    assert inspected(tmp_path).refusal.message.code == "file-directory"
