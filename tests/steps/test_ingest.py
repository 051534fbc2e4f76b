"""What is dropped in the inbox is read once, row by row: taken, or refused with line, column, value and remedy."""

import gzip
from io import BytesIO
import zipfile

from openpyxl import Workbook
import pyarrow as pa
from pyarrow import parquet
import pytest

from pipelines.domain.shop import Shop
from pipelines.steps.ingest import FEW_BYTES, much_is_new
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox

HEADER = "provider,refund_id,type,status,created_at,gross,fee,net,currency,description\n"
GOOD = "stripe,re_1,refund,succeeded,2026-10-01T10:00:00+02:00,12.50,0.00,-12.50,EUR,ok\n"


def row(**changed):
    cells = dict(zip(HEADER.strip().split(","), GOOD.strip().split(","), strict=True), **changed)
    return ",".join(cells.values()) + "\n"


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("gross", '"12,505"', "not-an-amount"),
        ("gross", "12.505", "not-an-amount"),
        ("gross", "NaN", "not-an-amount"),
        ("gross", "1e3", "not-an-amount"),
        ("gross", "999999999999999.99", "not-an-amount"),
        ("gross", "-5.00", "negative"),
        ("gross", "", "missing-value"),
        ("created_at", "0206-10-01T10:00:00Z", "not-an-instant"),
        ("created_at", "2026-02-30T10:00:00Z", "not-an-instant"),
        ("created_at", "2026-10-01T10:00:00", "without-offset"),
        ("created_at", "2026-10-01", "without-offset"),
        ("currency", "eur", "not-a-currency"),
        ("status", "done", "not-in-list"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_and_the_good_rows_load(inbox, column, value, code):
    inbox.drop("refunds.csv", HEADER + GOOD + row(refund_id="re_2", **{column: value}))
    summary = inbox.read()
    assert inbox.rejected() == [(3, column, value.strip('"') or None, code)]
    assert inbox.query("select refund_id from raw.refunds") == [("re_1",)]
    assert (summary.figures["rows_read"], summary.figures["rows_used"], summary.figures["rows_rejected"]) == (2, 1, 1)


def test_lines_are_those_of_the_file_past_quoted_line_ends_blank_and_torn_lines(inbox):
    torn = GOOD.strip() + ",one too many\n"
    inbox.drop("r.csv", HEADER + row(description='"two\nlines"') + "\n" + torn + row(refund_id="re_2", gross="x"))
    inbox.read()
    assert inbox.rejected() == [
        (5, None, torn.strip(), "too-many-cells"),
        (6, "gross", "x", "not-an-amount"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_end_reads_the_same(inbox, encoding, end):
    text = (HEADER + row(description="Remboursé")).replace("\n", end)
    inbox.drop("deep/er/any name", text.encode(encoding))
    inbox.read()
    assert inbox.query("select refund_id, description, source_row from raw.refunds") == [("re_1", "Remboursé", 2)]


def test_a_file_is_read_once_under_any_name(inbox):
    inbox.drop("a.csv", HEADER + GOOD)
    inbox.read()
    inbox.drop("b.csv", HEADER + GOOD)
    assert inbox.read().figures["files"] == 0
    assert inbox.query("select count(*) from raw.refunds") == [(1,)]


def test_much_is_new_once_when_it_was_never_seen(inbox):
    inbox.drop("few.csv", HEADER + GOOD)
    assert not much_is_new(inbox.warehouse, inbox.folder)
    inbox.drop("many.csv", HEADER + GOOD * (FEW_BYTES // len(GOOD)))
    assert much_is_new(inbox.warehouse, inbox.folder)
    inbox.read()
    assert not much_is_new(inbox.warehouse, inbox.folder)


def test_the_original_bytes_are_archived_and_a_new_warehouse_reads_them(inbox):
    inbox.drop("a.csv", HEADER + GOOD)
    inbox.read()
    (archived,) = inbox.folder.archive.glob("[0-9a-f]*")
    assert archived.read_text() == HEADER + GOOD
    (inbox.folder.inbox / "a.csv").unlink()
    with open_warehouse() as anew:
        again = Inbox(anew, inbox.folder, Shop())
        again.read()
        assert again.query("select refund_id from raw.refunds") == [("re_1",)]
        assert again.query("select name from raw.files") == [("inbox/a.csv",)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\n \n", "file-empty"),
        (b"\x7fELF\x00\x01\x02\xff" * 40, "file-binary"),
        (HEADER.replace("refund_id", "refnd_id").encode(), "file-misspelt-column"),
        (HEADER.replace("description", "descripton").encode(), "file-misspelt-column"),
        (HEADER.replace("description", "colour").encode(), "file-unknown-column"),
        (HEADER.replace(",currency", "").encode(), "file-missing-column"),
        (HEADER.replace("description", "fee").encode(), "file-twice-column"),
        (b"what,is,this\n1,2,3\n", "file-unknown-format"),
        (b"\x1f\x8b\x08\x00cut", "file-broken-archive"),
        (b"PK\x03\x04cut", "file-broken-archive"),
    ],
)
def test_a_file_that_cannot_be_read_gets_its_sentence(inbox, content, code):
    inbox.drop("export.csv", content)
    assert inbox.read().figures["files_refused"] == 1
    assert inbox.refused() == [("inbox/export.csv", code)]


def test_a_folder_named_like_an_export_gets_its_sentence_once(inbox):
    (inbox.folder.inbox / "export.csv").mkdir(parents=True)
    assert inbox.read().figures["files_refused"] == 1
    assert inbox.read().figures["files_refused"] == 0
    assert inbox.refused() == [("inbox/export.csv", "file-directory")]


def workbook(*tables):
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(tables):
        sheet = book.create_sheet(f"Feuille {number}")
        for cells in rows:
            sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = HEADER.strip().split(",")
CELLS = ["stripe", "re_1", "refund", "succeeded", "2026-10-01T10:00:00+02:00", 12.5, 0, -12.5, "EUR", None]


def test_a_workbook_is_read_sheet_by_sheet_with_its_own_rows(inbox):
    notes = [["À lire", "ce classeur"]]
    first = [["Export du jour"], [], HEAD, CELLS, [], [*CELLS[:5], "x", *CELLS[6:]]]
    second = [HEAD, ["stripe", "re_2", *CELLS[2:]]]
    inbox.drop("book.xlsx", workbook(notes, first, second))
    assert inbox.read().figures == {
        "files": 2, "files_refused": 0, "rows_read": 3, "rows_used": 2, "rows_excluded": 0, "rows_rejected": 1,
    }  # fmt: skip
    assert inbox.query("select refund_id, gross, net from raw.refunds order by 1") == [
        ("re_1", "12.5", "-12.5"),
        ("re_2", "12.5", "-12.5"),
    ]
    assert inbox.rejected() == [(6, "gross", "x", "not-an-amount")]
    assert inbox.read().figures["files"] == 0


def test_a_csv_in_a_gzip_a_zip_or_parquet_reads_the_same(inbox, tmp_path):
    text = (HEADER + GOOD).encode()
    inbox.drop("a.csv.gz", gzip.compress(text))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("deep/a.csv", text.replace(b"re_1", b"re_2"))
        archive.writestr("__MACOSX/a.csv", b"x")
        archive.writestr("b.csv.gz", gzip.compress(text.replace(b"re_1", b"re_3")))
        archive.writestr("empty.csv", b"")
    inbox.drop("all.zip", out.getvalue())
    columns = dict(zip(HEAD, [["a"], ["re_4"], *[[cell] for cell in CELLS[2:9]], ["x"]], strict=True))
    parquet.write_table(pa.table(columns), inbox.folder.inbox / "p.parquet")
    inbox.read()
    assert inbox.query("select refund_id from raw.refunds order by 1") == [("re_1",), ("re_2",), ("re_3",), ("re_4",)]
    assert inbox.refused() == [("inbox/all.zip/empty.csv", "file-empty")]
    assert len(list(inbox.folder.archive.glob("[0-9a-f]*"))) == 3


def test_blank_rows_are_no_rows(inbox):
    inbox.drop("a.csv", HEADER + ",,,,,,,,,\n" + GOOD + ",,,,,,,,,\n")
    assert inbox.read().figures["rows_read"] == 1
    assert inbox.query("select source_row from raw.refunds") == [(3,)]
