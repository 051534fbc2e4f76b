"""Registers altered, cut, or written by nobody we know: the line is named, and nothing of it is used."""

from datetime import date
import json

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.register import next_entry
from pipelines.steps.decisions import project_decisions
from pipelines.steps.forget import forget_again
from pipelines.steps.hold import project_periods
from pipelines.steps.numbers import project_numbers
from pipelines.steps.register import append_register
from pipelines.steps.send import outbox
from pipelines.warehouse import open_warehouse
from tests.refused import refused

AT, DAY = "2026-10-31T22:00:00Z", date(2026, 10, 31)
DOCUMENT = json.dumps({"issued_on": "2026-10-31", "order_id": "A", "lines": [{}]})
NUMBER = {
    "credit_note_number": "AV-1",
    "series": "AV-",
    "issued_on": "2026-10-31",
    "draft_id": "d",
    "refund_id": "",
    "document": DOCUMENT,
}
SEAL = {"month": "2026-10", "hash": "a" * 64, "previous": "0" * 64, "sealed_on": "2026-11-05"}
GOOD = next_entry(None, AT, "Claire", "comment", {"comment": "vu"}).line()
USE = {
    "decisions": lambda warehouse, folder: project_decisions(warehouse, folder.register),
    "numbers": lambda warehouse, folder: project_numbers(warehouse, folder, DAY),
    "periods": project_periods,
    "sent": lambda _, folder: outbox(folder),
    "forgotten": forget_again,
}


@pytest.fixture(scope="module")
def warehouse():
    with open_warehouse() as opened:
        yield opened


def altered(**changed) -> str:
    return json.dumps(json.loads(GOOD) | changed) + "\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("\n", "unreadable-line"),
        ("rien\n", "unreadable-line"),
        ("[]\n", "unreadable-line"),
        ("null\n", "unreadable-line"),
        ("{}\n", "unreadable-line"),
        ("[" * 100_000 + "\n", "unreadable-line"),
        (b"\xff\xfe\n", "unreadable-line"),
        (GOOD.replace("{", "", 1), "unreadable-line"),
        (altered(extra=1), "unreadable-line"),
        (altered(at="hier"), "unreadable-line"),
        (altered(at=3), "unreadable-line"),
        (altered(sequence="1"), "unreadable-line"),
        (altered(sequence=True), "unreadable-line"),
        (altered(author=None), "unreadable-line"),
        (altered(facts=[]), "unreadable-line"),
        (altered(facts="x"), "unreadable-line"),
        (altered(action=["confirm"]), "unreadable-line"),
        (altered(sequence=2), "broken-chain"),
        (altered(author="Mallory"), "broken-chain"),
        (altered(previous="f" * 64), "broken-chain"),
        (altered(hash="f" * 64), "broken-chain"),
        (altered(hash=""), "broken-chain"),
        (altered(facts={"comment": "pas vu"}), "broken-chain"),
        (altered(action="revoke"), "broken-chain"),
        (GOOD + GOOD, "broken-chain"),
        (GOOD.replace("\n", "\r\n"), "harmless"),
        (GOOD + GOOD[:40], "harmless"),
        (GOOD[:-1], "harmless"),
        ("", "harmless"),
    ],
    ids=lambda it: repr(it)[:50],
)  # fmt: skip
def test_a_line_that_was_altered_is_named(line, code, warehouse, tmp_path):
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "decisions.jsonl").write_bytes(line if isinstance(line, bytes) else line.encode())
    if code == "harmless":
        USE["decisions"](warehouse, ShopFolder(tmp_path))
        return
    with refused(f"register-{code}"):
        USE["decisions"](warehouse, ShopFolder(tmp_path))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("decisions", [("pardon", {})]),
        ("decisions", [("CONFIRM", {})]),
        ("decisions", [("confirm", {"amount": "douze"})]),
        ("decisions", [("confirm", {"amount": 12.5})]),
        ("decisions", [("write_off", {"amount": "NaN"})]),
        ("decisions", [("confirm", {"credit_note_number": 3})]),
        ("decisions", [("comment", {"comment": {"a": 1}})]),
        ("decisions", [("revoke", {})]),
        ("decisions", [("revoke", {"revokes": "1"})]),
        ("decisions", [("revoke", {"revokes": None})]),
        ("numbers", [("invent", {})]),
        ("numbers", [("number", {})]),
        ("numbers", [("number", {**NUMBER, "credit_note_number": ""})]),
        ("numbers", [("number", {**NUMBER, "document": "{"})]),
        ("numbers", [("number", {**NUMBER, "document": "[]"})]),
        ("numbers", [("number", {**NUMBER, "document": "[" * 100_000})]),
        ("numbers", [("number", {**NUMBER, "document": json.dumps({"lines": [], "issued_on": "2026-10-31"})})]),
        ("numbers", [("number", {**NUMBER, "issued_on": "le 31"})]),
        ("numbers", [("number", NUMBER), ("number", NUMBER)]),
        ("numbers", [("cancel", {"credit_note_number": "AV-1"})]),
        ("numbers", [("fault", {"draft_id": "d"})]),
        ("periods", [("open", {"month": "2026-10"})]),
        ("periods", [("prepare", {})]),
        ("periods", [("prepare", {"month": "2026-13"})]),
        ("periods", [("prepare", {"month": "../2026-10"})]),
        ("periods", [("seal", {"month": "2026-10"})]),
        ("periods", [("seal", {**SEAL, "hash": "court"})]),
        ("periods", [("seal", {**SEAL, "sealed_on": 5})]),
        ("periods", [("deliver", {"month": "2026-10", "files": ["x"]})]),
        ("sent", [("lost", {"credit_note_number": "AV-1"})]),
        ("sent", [("sent", {})]),
        ("sent", [("sent", {"credit_note_number": None})]),
        ("forgotten", [("remember", {})]),
        ("forgotten", [("forget", {"digest": "marie@exemple.fr"})]),
        ("forgotten", [("expire", {"before": "jadis"})]),
    ],
    ids=lambda it: repr(it)[:60],
)  # fmt: skip
def test_a_line_well_chained_that_we_cannot_use_is_named(name, lines, warehouse, tmp_path):
    append_register(tmp_path / "register", name, AT, "Claire", lines)
    with refused("register-unusable-line", sequence=len(lines)):
        USE[name](warehouse, ShopFolder(tmp_path))


def test_the_sentence_is_said_in_both_languages():
    from pipelines.domain.messages import register as messages
    from pipelines.domain.refusals import Refusal

    refusal = Refusal(messages.UNUSABLE_LINE, "decisions.jsonl", sequence=1, fault="pardon")
    assert refusal.sentence("fr") != refusal.sentence("en")
