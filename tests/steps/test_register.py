"""The register: append-only, chained, and unharmed by a writer that dies."""

from pipelines.steps.register import append_register, read_register
from tests.refused import refused

AT = "2026-10-31T22:00:00Z"


def test_what_is_appended_is_read_back(tmp_path):
    append_register(tmp_path, "decisions", AT, "Claire", [("confirm", {"refund_id": "re_1"}), ("reject", {})])
    append_register(tmp_path, "decisions", AT, "Claire", [("comment", {"comment": "vu « é »"})])
    assert [(entry.sequence, entry.action) for entry in read_register(tmp_path, "decisions")] == [
        (1, "confirm"),
        (2, "reject"),
        (3, "comment"),
    ]


def test_a_line_cut_by_a_crash_never_happened(tmp_path):
    append_register(tmp_path, "numbers", AT, "Claire", [("number", {"number": "AV-1"})])
    with (tmp_path / "numbers.jsonl").open("a") as file:
        file.write('{"sequence": 2, "at"')
    append_register(tmp_path, "numbers", AT, "Claire", [("number", {"number": "AV-2"})])
    assert [entry.facts["number"] for entry in read_register(tmp_path, "numbers")] == ["AV-1", "AV-2"]


def test_an_altered_line_is_named(tmp_path):
    append_register(tmp_path, "numbers", AT, "Claire", [("number", {"number": "AV-1"}), ("number", {"number": "AV-2"})])
    path = tmp_path / "numbers.jsonl"
    path.write_text(path.read_text().replace("AV-1", "AV-9"))
    with refused("register-broken-chain", sequence=1):
        read_register(tmp_path, "numbers")


def test_a_line_that_is_no_entry_is_named(tmp_path):
    (tmp_path / "sent.jsonl").write_text("[]\n")
    with refused("register-unreadable-line", number=1):
        read_register(tmp_path, "sent")
