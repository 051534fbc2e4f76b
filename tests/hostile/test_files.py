"""Files nobody should drop: each is refused in a sentence, whole or row by row, or read as the plain text it is."""

import gzip
from io import BytesIO
import os
import struct
import zipfile

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox

COLUMNS = "provider,refund_id,type,status,created_at,gross,fee,net,currency,description"
CELLS = {
    "provider": "stripe", "refund_id": "re_1", "type": "refund", "status": "succeeded", "created_at": "2026-10-01T10:00:00Z",
    "gross": "12.50", "fee": "", "net": "", "currency": "EUR", "description": "ok",
}  # fmt: skip
HEADER = COLUMNS + "\n"
ROW = ",".join(CELLS.values()) + "\n"
WHOLE = (HEADER + ROW).encode()
CAMT = b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>&a;</BkToCstmrStmt></Document>'


@pytest.fixture(scope="module")
def warehouse():
    with open_warehouse() as opened:
        yield opened


@pytest.fixture
def inbox(warehouse, tmp_path):
    yield Inbox(warehouse, ShopFolder(tmp_path / "shop"), Shop())
    for table in ("files", "refused_files", "rejected_rows", "excluded_rows", "refunds", "inbox"):
        warehouse.connection.execute(f"delete from raw.{table}")


def zipped(*members):
    """A zip of the year 1980: files that tell their hour would give tests other names in each process."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def locked():
    """A zip whose members say they are encrypted."""
    content = bytearray(zipped(("a.csv", WHOLE)))
    struct.pack_into("<H", content, 6, 1)
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, at + 8, 1)
    return bytes(content)


def spoiled():
    """A zip of which one byte was lost on the way."""
    content = bytearray(zipped(("a.csv", WHOLE)))
    content[60] ^= 0xFF
    return bytes(content)


def bomb(size=110 << 20):
    out = BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=9, mtime=0) as file:
        for _ in range(size >> 20):
            file.write(bytes(1 << 20))
    return out.getvalue()


def lying_zip():
    """A zip that says its member opens to four gigabytes."""
    content = bytearray(zipped(("a.csv", WHOLE)))
    at = content.index(b"PK\x01\x02")
    struct.pack_into("<I", content, at + 24, 0xFFFFFFF0)
    return bytes(content)


WHOLE_FILES = [
    (b"", "file-empty"),
    (b"\xef\xbb\xbf", "file-empty"),
    (b"\r\n\r\n  \t\r\n", "file-empty"),
    (b"\x00" * 4096, "file-empty"),
    (b"\x7fELF\x02\x01\x01" + bytes(60), "file-binary"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(40), "file-binary"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(40), "file-binary"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "file-binary"),
    (b"Rar!\x1a\x07\x01\x00" + bytes(40), "file-binary"),
    (b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(40), "file-binary"),
    (b"PAR1 and nothing more PAR1", None),
    (b"PAR1", None),
    (gzip.compress(WHOLE, mtime=0)[:40], "file-broken-archive"),
    (b"\x1f\x8b", "file-broken-archive"),
    (gzip.compress(b"", mtime=0), "file-empty"),
    (zipped(("a.csv", WHOLE))[:60], "file-broken-archive"),
    (b"PK\x03\x04" + bytes(200), "file-broken-archive"),
    (spoiled(), None),
    (zipped(("xl/workbook.xml", b"<workbook/>")), None),
    (zipped(("xl/workbook.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><workbook>&b;</workbook>")), None),
    (zipped(("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"<a/>")), None),
    (b"{", None),
    (b"[]", None),
    (b"{}", None),
    (b"[1, 2, 3]", None),
    (b"null", None),
    (b"[" * 200_000, None),
    (b'{"a":' * 50_000, None),
    (b'{"data": [{"id": NaN}]}', None),
    (b'{"object": "list", "data": 3}', None),
    (b"<", None),
    (b"<a>", None),
    (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>" + CAMT, "file-hostile-xml"),
    (b"<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'>" + CAMT, "file-hostile-xml"),
    (b"<?xml version='1.0'?>" + CAMT, None),
    (b"<?xml version='1.0' encoding='utf-7'?>" + CAMT, None),
    (b"OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1>", None),
    (b"OFXHEADER:100\n" + b"<A>" * 5000, None),
    (b"0130004", None),
    (HEADER.replace("gross", "grosss").encode(), "file-misspelt-column"),
    (HEADER.replace("gross", "gross,gross").encode(), "file-twice-column"),
    (HEADER.replace("description", "'; drop table raw.files; --").encode(), "file-unknown-column"),
    (HEADER.replace(",currency", "").encode(), "file-missing-column"),
    (("c" + ",c" * 20_000 + "\n1\n").encode(), None),
    ((COLUMNS + ", \u202e\n" + ROW).encode(), "file-unknown-column"),
    (b"a;b;c\n1;2;3\n", "file-unknown-format"),
    (b"<html><body>Connectez-vous</body></html>", None),
    (b"\xff\xfe" + bytes(range(256)), None),
    (HEADER.encode("utf-32-le"), None),
    (b"x" * 3_000_000, None),
    ((HEADER + ROW).encode("cp500"), None),
]  # fmt: skip


@pytest.mark.parametrize(("content", "code"), WHOLE_FILES, ids=lambda it: repr(it)[:50])
def test_a_file_that_is_no_export_gets_its_sentence(content, code, inbox):
    inbox.drop("export.csv", content)
    inbox.read()
    assert inbox.refused(), "refused, or read without a word?"
    assert code is None or inbox.refused()[0][1] == code
    assert inbox.query("select count(*) from raw.refunds") == [(0,)]
    assert not list(inbox.folder.archive.glob("*"))


@pytest.mark.parametrize(
    ("content", "code"),
    [(bomb(), "file-too-large"), (lying_zip(), None), (locked(), "file-locked-archive")],
    ids=["bomb", "lying", "locked"],
)
def test_a_compressed_file_opens_no_further_than_it_may(content, code, inbox):
    inbox.drop("export.gz", content)
    inbox.read()
    assert inbox.refused()
    assert code is None or inbox.refused()[0][1] == code


@pytest.mark.parametrize(
    "name", ["../../evil.csv", "/tmp/evil.csv", "a/../../evil.csv", "C:\\evil.csv", "a\nb.csv", "é" * 90 + ".csv"]
)
def test_what_a_zip_names_its_members_leads_nowhere(name, inbox, tmp_path):
    inbox.drop("export.zip", zipped((name, WHOLE)))
    inbox.read()
    assert inbox.query("select refund_id from raw.refunds") == [("re_1",)]
    assert {path.name for path in tmp_path.rglob("evil*")} == set()


def test_a_zip_in_a_zip_in_a_zip_ends(inbox):
    deep = WHOLE
    for _ in range(12):
        deep = zipped(("a.zip", deep))
    inbox.drop("export.zip", deep)
    inbox.read()


ROWS = [
    ("gross", "NaN", "not-an-amount"),
    ("gross", "Infinity", "not-an-amount"),
    ("gross", "1e3", "not-an-amount"),
    ("gross", "0x10", "not-an-amount"),
    ("gross", "1_000", "not-an-amount"),
    ("gross", "１２.５０", "not-an-amount"),
    ("gross", "١٢.٥٠", "not-an-amount"),
    ("gross", "12.505", "not-an-amount"),
    ("gross", '"12,50"', "not-an-amount"),
    ("gross", "12.5.0", "not-an-amount"),
    ("gross", "--5", "not-an-amount"),
    ("gross", "12.50 €", "not-an-amount"),
    ("gross", "=1+1", "not-an-amount"),
    ("gross", "9" * 30, "not-an-amount"),
    ("gross", "-12.50", "negative"),
    ("gross", "", "missing-value"),
    ("created_at", "2026-02-30T10:00:00Z", "not-an-instant"),
    ("created_at", "2026-10-01T25:00:00Z", "not-an-instant"),
    ("created_at", "0026-10-01T10:00:00Z", "not-an-instant"),
    ("created_at", "+12026-10-01T10:00:00Z", "not-an-instant"),
    ("created_at", "2026-10-01T10:00:00+99:00", "not-an-instant"),
    ("created_at", "hier", "not-an-instant"),
    ("created_at", "2026-10-01T10:00:00", "without-offset"),
    ("currency", "eur", "not-a-currency"),
    ("currency", "€", "not-a-currency"),
    ("currency", "EURO", "not-a-currency"),
    ("status", "'; drop table raw.files; --", "not-in-list"),
    ("refund_id", "", "missing-value"),
    ("provider", "", "missing-value"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "value", "code"), ROWS, ids=lambda it: repr(it)[:40])
def test_a_row_that_lies_is_refused_and_the_good_one_beside_it_is_read(column, value, code, inbox):
    lie = ",".join((CELLS | {"refund_id": "re_2", column: value}).values()) + "\n"
    inbox.drop("refunds.csv", HEADER + ROW + lie)
    inbox.read()
    assert [found[3] for found in inbox.rejected()] == [code]
    assert inbox.query("select refund_id from raw.refunds") == [("re_1",)]


@pytest.mark.parametrize(
    "value",
    [
        "=cmd|'/c calc'!A1",
        "@SUM(1)",
        "<script>alert(1)</script>",
        "'; drop table raw.files; --",
        "${jndi:ldap://x}",
        "{{ 7 * 7 }}",
        "%s%n{0}{name}",
        "\u202eesrever",
        "x" * 200_000,
        '"un ""guillemet"""',
        '"deux\nlignes"',
        "é" * 1000,
        "😀",
        "\\",
    ],
    ids=lambda it: repr(it)[:30],
)
def test_text_is_only_text(value, inbox):
    inbox.drop("refunds.csv", HEADER + ",".join((CELLS | {"description": value}).values()) + "\n")
    inbox.read()
    expected = value[1:-1].replace('""', '"') if value.startswith('"') else value
    assert inbox.query("select description from raw.refunds") == [(expected,)]


@pytest.mark.parametrize(
    "text",
    [
        HEADER + ROW.rstrip("\n") + ',"jamais fermé\n',
        HEADER + 'stripe,"re_1,refund\n' + ROW * 3,
        HEADER + ROW[:20],
        HEADER + "\x00" * 10 + ROW,
        HEADER + ROW.replace("ok", "o\x00k"),
        HEADER + ROW.replace(",", ";"),
        HEADER * 3,
    ],
    ids=lambda it: repr(it[len(HEADER) :])[:40],
)
def test_a_torn_table_loses_no_row_in_silence(text, inbox):
    inbox.drop("refunds.csv", text)
    inbox.read()
    told = inbox.query(
        "select coalesce(sum(rows_read), 0), coalesce(sum(rows_used + rows_excluded + rows_rejected), 0) from raw.files"
    )
    assert told[0][0] == told[0][1]
    assert inbox.refused() or inbox.rejected() or inbox.query("select * from raw.refunds")


@pytest.mark.parametrize(
    "name",
    [
        "*.csv",
        "[a-z].csv",
        "a?b.csv",
        "'; drop table raw.files; --.csv",
        'un "guillemet".csv',
        "deux\nlignes.csv",
        "\x1b[2J.csv",
        "-rf",
        "$(reboot).csv",
        "{value}.csv",
        "\u202evsc.exe",
        "é" * 120,
        " .csv",
        "CON",
        "~.csv",
        os.fsdecode(b"latin-\xe9.csv"),
        "a/b/c/d/e/f/g/h.csv",
        "export.csv.exe",
        "s3:/bucket/a.csv",
    ],
    ids=lambda it: ascii(it)[:40],
)
def test_a_name_is_only_a_name(name, inbox):
    inbox.drop(name, WHOLE)
    inbox.drop("autre.csv", WHOLE.replace(b"re_1", b"re_2"))
    inbox.read()
    assert inbox.query("select refund_id from raw.refunds order by 1") == [("re_1",), ("re_2",)]


def test_links_and_pipes_lead_nowhere(inbox):
    inbox.folder.inbox.mkdir(parents=True)
    (inbox.folder.inbox / "secret.csv").symlink_to("/etc/passwd")
    (inbox.folder.inbox / "nulle part.csv").symlink_to("/nowhere/at/all")
    (inbox.folder.inbox / "boucle").symlink_to(inbox.folder.inbox)
    (inbox.folder.inbox / "moi.csv").symlink_to("moi.csv")
    os.mkfifo(inbox.folder.inbox / "tuyau.csv")
    inbox.read()
    assert not list(inbox.folder.archive.glob("*"))
    assert inbox.query("select count(*) from raw.refunds") == [(0,)]
