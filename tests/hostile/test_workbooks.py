"""Workbooks altered by a hand, a program or an enemy: what was typed is only text, and decides one thing or none."""

from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
import pytest

from pipelines.domain.decided_rows import DecidableItem, Known, WrittenRow, judge
from pipelines.domain.decision_sheet import (
    COMMENT,
    DECISION,
    HEADER_ROW,
    KEY,
    MANIFEST,
    MONTH,
    OWNER,
    PRECISION,
    PROTECTED,
    SHEET,
    SHOP,
    words_print,
)
from pipelines.sources.decided_workbook import read_decided_workbook
from pipelines.steps.register import append_register, read_register
from tests.refused import refused

TITLES = (*PROTECTED, DECISION, PRECISION, COMMENT, OWNER, KEY)
ITEM = DecidableItem("k1", "vat_differs", "AV-1", None, None, "A", None, "EUR", Decimal("12.00"), None, False)
FACTS = ("AV-1", None, None, "A", None, "EUR", 12, None)
NOTHING = words_print("")
WRITTEN = {"k1": WrittenRow("Écarts", ITEM.shown, NOTHING, NOTHING)}
AT = "2026-11-02T08:00:00Z"


def book(**typed) -> bytes:
    """A workbook as ours come back, with one row to decide on and what was typed into it."""
    made, out = Workbook(), BytesIO()
    sheet, manifest = made.active, made.create_sheet(MANIFEST)
    sheet.title = "Écarts"
    for column, title in enumerate(TITLES, 1):
        sheet.cell(HEADER_ROW, column, title)
        sheet.cell(HEADER_ROW + 1, column, (*FACTS, None, None, None, None, "k1")[column - 1])
        if title in typed:
            sheet.cell(HEADER_ROW + 1, column).value = typed[title]
    lines = [(MONTH, "2026-10"), (SHOP, "x"), (SHEET, "Écarts"), ("Écarts", "k1", ITEM.shown, NOTHING, NOTHING)]
    for row, line in enumerate(lines, HEADER_ROW + 1):
        for column, value in enumerate(line, 1):
            manifest.cell(row, column, value)
    made.save(out)
    return out.getvalue()


def judged(**typed):
    found = read_decided_workbook(book(**typed), "classeur.xlsx")
    return judge(found.rows, Known(found.written, {"k1": ITEM}))


def codes(verdicts):
    return [verdict.refusal.message.code for verdict in verdicts if verdict.refusal]


def test_as_it_was_published_it_decides_nothing():
    assert judged() == []


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({DECISION: '="Accepter"'}, "decision-formula"),
        ({DECISION: "=cmd|'/c calc'!A1"}, "decision-formula"),
        ({COMMENT: '=HYPERLINK("http://x")'}, "decision-formula"),
        ({OWNER: '=WEBSERVICE("http://x")'}, "decision-formula"),
        ({PRECISION: "=A1"}, "decision-formula"),
        ({KEY: "=A1"}, "decision-formula"),
        ({DECISION: "#REF!"}, "decision-unknown-word"),
        ({DECISION: "#N/A"}, "decision-unknown-word"),
        ({DECISION: 1}, "decision-unknown-word"),
        ({DECISION: True}, "decision-unknown-word"),
        ({DECISION: date(2026, 10, 31)}, "decision-unknown-word"),
        ({DECISION: time(3)}, "decision-unknown-word"),
        ({DECISION: 1e300}, "decision-unknown-word"),
        ({DECISION: "accepter"}, "decision-unknown-word"),
        ({DECISION: "Accepter; Ignorer"}, "decision-unknown-word"),
        ({DECISION: "x" * 32_000}, "decision-unknown-word"),
        ({DECISION: "'; drop table core.breaks; --"}, "decision-unknown-word"),
        ({DECISION: "Accepter\u200b"}, "decision-unknown-word"),
        ({DECISION: "Ассерter"}, "decision-unknown-word"),
        ({DECISION: "_x0041_ccepte"}, "decision-unknown-word"),
        ({DECISION: "Passer en perte"}, "decision-not-allowed"),
        ({DECISION: "Confirmer"}, "decision-not-allowed"),
        ({DECISION: "Annuler la décision"}, "decision-nothing-to-revoke"),
        ({"Montant": 12.01, DECISION: "Accepter"}, "decision-row-edited"),
        ({"Montant": "1e999999999", DECISION: "Accepter"}, "decision-row-edited"),
        ({"Montant": "9" * 30_000, DECISION: "Accepter"}, "decision-row-edited"),
        ({"Montant": -12, DECISION: "Accepter"}, "decision-row-edited"),
        ({"Montant": "NaN", DECISION: "Accepter"}, "decision-row-edited"),
        ({"Devise": "USD", DECISION: "Accepter"}, "decision-row-edited"),
        ({"N° d'avoir": "AV-2", DECISION: "Accepter"}, "decision-row-edited"),
        ({"N° d'avoir": datetime(2026, 1, 1), DECISION: "Accepter"}, "decision-row-edited"),
        ({KEY: "k2", DECISION: "Accepter"}, "decision-unknown-row"),
        ({KEY: None, DECISION: "Accepter"}, "decision-unknown-row"),
        ({KEY: "x" * 30_000, DECISION: "Accepter"}, "decision-unknown-row"),
    ],
    ids=lambda it: ascii(it)[:50],
)  # fmt: skip
def test_a_row_that_lies_decides_nothing(typed, code):
    verdicts = judged(**typed)
    assert code in codes(verdicts)
    assert [verdict.recorded for verdict in verdicts if verdict.recorded] == []


@pytest.mark.parametrize(
    "words",
    [
        "'; drop table core.breaks; --", "<script>alert(1)</script>", "@SUM(1)", "+33 6", "{{7*7}}", "%s{0}", "deux\nlignes", "x" * 32_000, "😀",
        "\u202eesrever", "_xD800_", "_x0000_", "_x005F_x0041_", "é" * 3000, '","action":"write_off', "12,50",
    ],
    ids=lambda it: ascii(it)[:30],
)  # fmt: skip
def test_a_remark_is_only_text_and_can_be_written_down(words, tmp_path):
    verdicts = judged(**{COMMENT: words})
    assert codes(verdicts) == []
    append_register(tmp_path, "decisions", AT, "Claire", [line for verdict in verdicts for line in verdict.recorded])
    assert [entry.action for entry in read_register(tmp_path, "decisions")] == ["comment"]


def altered(name: str, change) -> bytes:
    source, out = ZipFile(BytesIO(book())), BytesIO()
    with ZipFile(out, "w") as archive:
        for part in source.namelist():
            archive.writestr(part, change(source.read(part)) if part == name else source.read(part))
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\x00" * 100, b"PK\x05\x06" + bytes(18), b"<html>", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), book()[:-200], book()[200:],
        altered("xl/workbook.xml", lambda part: part[:50]),
        altered("xl/workbook.xml", lambda _: b""),
        altered("xl/workbook.xml", lambda part: b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + part),
        altered("xl/worksheets/sheet1.xml", lambda part: part[: len(part) // 2]),
        altered("xl/worksheets/sheet1.xml", lambda part: part.replace(b'r="A4"', b'r="ZZZZZZ99999999"')),
        altered("[Content_Types].xml", lambda _: b"<Types/>"),
        altered("xl/styles.xml", lambda _: b"<styleSheet"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_any_more_is_refused_whole(content):
    with refused("workbook-unreadable"):
        read_decided_workbook(content, "classeur.xlsx")
