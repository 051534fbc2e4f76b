"""A sealed month never changes: what comes late is booked in the next open one, what changes is shown and not applied."""

from datetime import date

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.periods import State
from pipelines.steps.close import Closing, close, deliver
from pipelines.steps.control import control
from pipelines.steps.hold import hold
from pipelines.steps.month_books import month_recaps
from pipelines.steps.post import post
from pipelines.steps.verify import shelf_files, verify
from pipelines.warehouse import open_warehouse
from tests.books import add, allocation, credit_note, lamp_sent_back, posted, refund, shop
from tests.refused import refused

LAMP = [("product", "100.00", "20", "20.00")]


@pytest.fixture
def folder(tmp_path):
    return ShopFolder(tmp_path)


def october(warehouse):
    credit_note(warehouse, "AV-1", "2026-10-20", LAMP, state="settled")
    refund(warehouse, "re_1", "2026-10-21", "120.00", state="matched")
    allocation(warehouse, "AV-1", "re_1", "120.00")


def night(warehouse, folder, settings="", as_of=date(2026, 11, 30)):
    hold(warehouse, folder)
    post(warehouse, shop(settings), as_of)
    control(warehouse, shop(settings), as_of)


def closing(month="2026-10", author="Claire", as_of=date(2026, 11, 30)):
    return Closing(month, author, "2026-11-30T08:00:00Z", as_of)


def closed(warehouse, folder, settings=""):
    night(warehouse, folder, settings)
    period = close(warehouse, folder, shop(settings), closing())
    night(warehouse, folder, settings)
    return period


def lines(warehouse, month):
    return warehouse.connection.execute(
        """select "EcritureNum" || ' ' || "CompteNum" || ' ' || "Debit" || ' ' || "Credit" || ' ' || "EcritureLib" from core.journal
        where month = ? order by "JournalCode", "EcritureNum", line_number""",
        [month],
    ).fetchall()


def differences(warehouse):
    return warehouse.connection.execute(
        "select month, kind, document, id from core.sealed_differences order by all"
    ).fetchall()


def test_a_closed_month_is_sealed_and_verifies(warehouse, folder):
    october(warehouse)
    assert closed(warehouse, folder).state == State.SEALED
    assert verify(warehouse, folder, shop()).figures["months"] == 1
    assert differences(warehouse) == []
    valid = warehouse.connection.execute("""select distinct "ValidDate" from core.journal""").fetchall()
    assert valid == [(date(2026, 11, 30),)]


def test_a_note_that_comes_late_is_booked_on_the_first_open_day_with_its_real_date(warehouse, folder):
    october(warehouse)
    closed(warehouse, folder)
    before = lines(warehouse, "2026-10")
    credit_note(warehouse, "AV-2", "2026-10-28", LAMP)
    night(warehouse, folder)
    assert lines(warehouse, "2026-10") == before
    assert lines(warehouse, "2026-11")[0] == ("000002 445710 20.00 0.00 Avoir AV-2 / FA-1 (opération du 28/10/2026)",)
    assert differences(warehouse) == [("2026-10", "late", "credit_note", "AV-2")]
    assert verify(warehouse, folder, shop()).figures["months"] == 1


def test_what_files_change_or_drop_in_a_sealed_month_is_shown_and_never_applied(warehouse, folder):
    october(warehouse)
    closed(warehouse, folder)
    before = lines(warehouse, "2026-10")
    warehouse.connection.execute("update core.credit_notes set gross = 130, net = 110")
    warehouse.connection.execute("update core.credit_note_lines set gross = 130, net = 110")
    warehouse.connection.execute("delete from core.refunds")
    night(warehouse, folder)
    assert lines(warehouse, "2026-10") == before
    assert differences(warehouse) == [
        ("2026-10", "changed", "credit_note", "AV-1"),
        ("2026-10", "deleted", "refund", "stripe:re_1:refund"),
    ]
    assert warehouse.connection.execute("select gross from core.credit_notes").fetchone() == (120,)
    assert warehouse.connection.execute("select count(*) from core.refunds").fetchone() == (1,)
    assert verify(warehouse, folder, shop()).figures["months"] == 1


def test_a_warehouse_rebuilt_from_files_and_register_is_the_same(warehouse, folder):
    october(warehouse)
    closed(warehouse, folder)
    with open_warehouse() as anew:
        october(anew)
        night(anew, folder)
        assert lines(anew, "2026-10") == lines(warehouse, "2026-10")
        assert verify(anew, folder, shop()).figures["months"] == 1


def test_a_settlement_after_sealing_letters_the_sealed_item_and_changes_no_amount(warehouse, folder):
    credit_note(warehouse, "AV-1", "2026-10-20", LAMP)
    closed(warehouse, folder)
    refund(warehouse, "re_1", "2026-11-03", "120.00", state="matched")
    allocation(warehouse, "AV-1", "re_1", "120.00", refunded_on="2026-11-03")
    night(warehouse, folder)
    assert warehouse.connection.execute("select distinct code from core.letterings").fetchall() == [("AV000001",)]
    assert verify(warehouse, folder, shop()).figures["months"] == 1


def test_numbers_go_on_after_the_sealed_ones(warehouse, folder):
    october(warehouse)
    closed(warehouse, folder)
    credit_note(warehouse, "AV-0", "2026-11-05", LAMP)
    night(warehouse, folder)
    assert lines(warehouse, "2026-11")[0][0].startswith("000002 ")


def test_a_switch_turned_on_later_reaches_no_sealed_month(warehouse, folder):
    october(warehouse)
    warehouse.connection.execute("update core.refunds set fee = 1")
    closed(warehouse, folder)
    night(warehouse, folder, "[books]\nfees = true")
    assert lines(warehouse, "2026-11") == []


def test_a_cut_off_sealed_is_reversed_even_when_its_cause_is_gone(warehouse, folder):
    lamp_sent_back(warehouse)
    closed(warehouse, folder, "[books]\ncut_off = true")
    credit_note(warehouse, "AV-1", "2026-10-30", LAMP)
    add(warehouse, "core.returns_proof", proof_id="p", return_id="RT-1", credit_note_number="AV-1")
    night(warehouse, folder, "[books]\ncut_off = true")
    owed = warehouse.connection.execute(
        """select sum("Debit" - "Credit") from core.journal where "CompteNum" = '419800'"""
    ).fetchone()
    assert owed == (0,)


def test_closing_twice_out_of_order_too_early_or_unbalanced_is_refused(warehouse, folder):
    october(warehouse)
    with refused("months-not-run", month="2026-10"):
        close(warehouse, folder, shop(), closing())
    night(warehouse, folder)
    with refused("months-not-over", month="2026-10"):
        close(warehouse, folder, shop(), closing(as_of=date(2026, 10, 31)))
    with refused("months-out-of-order", earlier="2026-10"):
        close(warehouse, folder, shop(), closing("2026-11", as_of=date(2026, 12, 1)))
    warehouse.connection.execute("update core.credit_note_lines set vat = 21")
    night(warehouse, folder)
    with refused("months-control-differs", number=2):
        close(warehouse, folder, shop(), closing())
    warehouse.connection.execute("update core.credit_note_lines set vat = 20")
    night(warehouse, folder)
    close(warehouse, folder, shop(), closing())
    with refused("months-already-sealed") as _:
        close(warehouse, folder, shop(), closing())


def test_with_four_eyes_another_person_approves(warehouse, folder):
    october(warehouse)
    four_eyes = shop("[months]\nfour_eyes = true")
    night(warehouse, folder)
    assert close(warehouse, folder, four_eyes, closing()).state == State.PREPARED
    with refused("months-same-person", author="Claire"):
        close(warehouse, folder, four_eyes, closing())
    assert close(warehouse, folder, four_eyes, closing(author="Paul")).state == State.SEALED


def test_a_sealed_file_altered_or_gone_is_named(warehouse, folder):
    october(warehouse)
    closed(warehouse, folder)
    path = folder.register / "sealed" / "2026-10.jsonl"
    content = path.read_bytes()
    path.write_bytes(content.replace(b"120.00", b"120.01", 1))
    with refused("months-file-changed", month="2026-10"):
        verify(warehouse, folder, shop())
    path.unlink()
    with refused("months-file-missing", month="2026-10"):
        verify(warehouse, folder, shop())


@pytest.mark.parametrize(
    ("alteration", "what"),
    [
        ("""update core.journal set "Debit" = "Debit" + 0.01 where "CompteNum" = '707000'""", "AV 000001 / 2"),
        ("delete from core.journal where \"CompteNum\" = '707000'", "AV 000001 / 2"),
        ("update core.credit_notes set gross = gross + 0.01", "credit_note AV-1"),
        ("update core.refunds set gross = gross + 0.01", "refund stripe:re_1:refund"),
        ("delete from core.credit_notes", "credit_note AV-1"),
    ],
)
def test_a_cent_changed_in_the_warehouse_is_named(warehouse, folder, alteration, what):
    october(warehouse)
    closed(warehouse, folder)
    warehouse.connection.execute(alteration)
    with refused("months-warehouse-differs", month="2026-10", what=what):
        verify(warehouse, folder, shop())


def test_a_control_total_altered_is_named(warehouse, folder):
    october(warehouse)
    night(warehouse, folder)
    warehouse.connection.execute('update out.controls set "left" = 1 where "number" = 3')
    with refused("months-control-changed", number=3):
        verify(warehouse, folder, shop())


def test_a_file_altered_missing_or_added_on_the_shelf_is_named(warehouse, folder):
    october(warehouse)
    closed(warehouse, folder)
    root = folder.published / "2026-10"
    root.mkdir(parents=True)
    (root / "a.txt").write_text("a")
    deliver(folder, closing(), shelf_files(root))
    assert verify(warehouse, folder, shop()).figures["files"] == 1
    (root / "b.txt").write_text("b")
    with refused("months-shelf-file-added", path="b.txt"):
        verify(warehouse, folder, shop())
    (root / "b.txt").unlink()
    (root / "a.txt").write_text("b")
    with refused("months-shelf-file-changed", path="a.txt"):
        verify(warehouse, folder, shop())
    (root / "a.txt").unlink()
    with refused("months-shelf-file-missing", path="a.txt"):
        verify(warehouse, folder, shop())


def test_a_month_out_of_the_chain_is_named(warehouse, folder):
    from pipelines.steps.register import append_register, read_register

    october(warehouse)
    closed(warehouse, folder)
    facts = [(entry.action, dict(entry.facts)) for entry in read_register(folder.register, "periods")]
    facts[-1][1]["previous"] = "1" * 64
    (folder.register / "periods.jsonl").unlink()
    append_register(folder.register, "periods", "2026-11-30T08:00:00Z", "Claire", facts)
    with refused("months-chain-broken", month="2026-10"):
        verify(warehouse, folder, shop())


def test_recaps_of_a_sealed_month_are_not_posted_twice(warehouse, folder):
    october(warehouse)
    night(warehouse, folder, "[books]\ndaily_recap = true")
    documents = month_recaps(warehouse, "2026-10")
    closed(warehouse, folder, "[books]\ndaily_recap = true")
    assert documents == month_recaps(warehouse, "2026-10") != []
    before = lines(warehouse, "2026-10")
    credit_note(warehouse, "AV-2", "2026-10-20", LAMP)
    night(warehouse, folder, "[books]\ndaily_recap = true")
    assert lines(warehouse, "2026-10") == before
    assert len(lines(warehouse, "2026-11")) == 3
    assert posted(warehouse, shop("[books]\ndaily_recap = true"), "2026-11")[0].startswith("AV 01/11")
