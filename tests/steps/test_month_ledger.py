"""The ledger of a month as read from the warehouse: payouts beside their movements, notes undone, what sealed months differ in."""

from datetime import date

from pipelines.domain.shop import Shop
from pipelines.steps.control import control
from pipelines.steps.month_ledger import month_ledger
from pipelines.steps.post import post
from pipelines.warehouse import open_warehouse
from reports.workbook.sheets.figures import controls_sheet
from tests.books import add, refund, shop, undone_credit_note


def controls(warehouse):
    return month_ledger(warehouse, Shop(), "2026-11", date(2026, 11, 30), [])


def test_differences_on_sealed_months_are_listed_in_the_workbook():
    with open_warehouse() as warehouse:
        assert list(controls(warehouse).controls) == []
        for kind, found in (("changed", "AV-1"), ("late", "AV-2")):
            add(
                warehouse, "core.sealed_differences", month="2026-10", kind=kind, document="credit_note", id=found
            )  # fmt: skip
        (row,) = controls_sheet(controls(warehouse)).rows
        assert row[1] == "Différences sur mois scellés : 2026-10"
        assert "avoir AV-1 (changé), avoir AV-2 (arrivé après)" in row


def looked_at(warehouse, settings="", month="2026-10", day=date(2026, 10, 31)):
    post(warehouse, shop(settings), day)
    control(warehouse, shop(settings), day)
    return month_ledger(warehouse, shop(settings), month, day, [])


def test_a_payout_stands_beside_all_it_is_made_of_and_the_rest_is_explained_line_by_line():
    with open_warehouse() as warehouse:
        paid = {"provider": "stripe", "payout_id": "po_1"}
        add(
            warehouse, "core.payments", payment_id="ch_1", captured_on="2026-10-02", amount="100.00", fee="2.00", **paid
        )
        add(
            warehouse, "core.payments", provider="stripe", payment_id="ch_2", captured_on="2026-10-30", amount="50.00", fee="1.00"
        )  # fmt: skip
        refund(warehouse, "re_1", "2026-10-03", "30.00", status="failed", state="reversed", payout_id="po_1")
        refund(warehouse, "re_1", "2026-10-20", "30.00", type="refund_failure", payout_id="po_2")
        add(warehouse, "core.payouts", paid_on="2026-10-05", amount="68.00", **paid)
        everything = "[books]\ncollections = true\nfees = true\npayouts = true"
        parts = [
            (part.standing, part.piece, str(part.debit), str(part.credit))
            for part in looked_at(warehouse, everything).payments
        ]
        assert parts == [
            ("paid", "po_1", "100.00", "100.00"),
            ("standing", "re_1", "30.00", "0.00"),
            ("day", None, "50.00", "0.00"),
            ("day", None, "0.00", "1.00"),
        ]


def test_a_note_undone_counts_until_its_counter_document_takes_it_back():
    with open_warehouse() as warehouse:
        undone_credit_note(warehouse)
        for month, sign in (("2026-10", 1), ("2026-11", -1)):
            ledger = looked_at(warehouse, month=month, day=date(2026, 11, 30))
            (note,), (rate,), (vat,) = ledger.credit_notes, ledger.rates, ledger.vat
            assert (note.gross, note.remaining) == (sign * 120, 0)
            assert (rate.vat, vat.vat) == (sign * 20, sign * 20)
            assert sum(line.debit - line.credit for line in ledger.lines if line.account == "445710") == sign * 20
