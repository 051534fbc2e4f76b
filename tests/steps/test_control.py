"""The ten control totals stand on every month, and say so when their source is not there."""

from datetime import date

from pipelines.steps.control import control, month_controls
from pipelines.steps.post import post
from pipelines.warehouse import open_warehouse
from tests.books import add, allocation, credit_note, refund, shop, undone_credit_note


def states(warehouse, month="2026-10"):
    control(warehouse, shop(), date(2026, 10, 31))
    return {(total.number, total.state) for total in month_controls(warehouse, month)}


def test_a_control_without_its_source_is_not_observed():
    with open_warehouse() as warehouse:
        assert states(warehouse) == {(number, "not_observed") for number in range(1, 11)}


def test_a_settled_credit_note_ties_and_a_cent_changed_anywhere_differs():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-1", "2026-10-20", [("product", "100.00", "20", "20.00")], state="settled")
        refund(warehouse, "re_1", "2026-10-21", "120.00", state="matched")
        allocation(warehouse, "AV-1", "re_1", "120.00")
        assert not [number for number, state in states(warehouse) if state == "differs"]
        warehouse.connection.execute("update core.credit_note_lines set vat = vat + 0.01")
        assert (2, "differs") in states(warehouse)
        warehouse.connection.execute("update core.allocations set amount = amount - 0.10")
        assert (3, "differs") in states(warehouse)


def test_a_provider_balance_ties_by_what_moved_between_two_of_them():
    with open_warehouse() as warehouse:
        for day, available in (("2026-09-30", "100.00"), ("2026-10-31", "131.80")):
            add(
                warehouse,
                "core.provider_balances",
                provider="paypal",
                as_of_on=day,
                as_of_at=f"{day} 22:00:00",
                available=available,
            )
        add(
            warehouse,
            "core.payments",
            provider="paypal",
            payment_id="p",
            captured_on="2026-10-02",
            amount="60.00",
            fee="2.20",
        )
        add(warehouse, "core.payouts", provider="paypal", payout_id="o", paid_on="2026-10-05", amount="20.00")
        refund(warehouse, "r", "2026-10-06", "6.00", provider="paypal")
        assert (9, "ties") in states(warehouse)
        warehouse.connection.execute("update core.payments set fee = 2.21")
        assert (9, "differs") in states(warehouse)


def test_our_own_numbers_may_miss_none():
    with open_warehouse() as warehouse:
        for number in ("AV-1", "AV-3"):
            credit_note(warehouse, number, "2026-10-20", [("product", "1.00", "0", "0.00")], numbered_by="lettrage")
        assert (6, "differs") in states(warehouse)
        warehouse.connection.execute("update core.credit_notes set numbered_by = 'shop'")
        assert (6, "ties") in states(warehouse)


def test_numbers_between_the_first_and_the_last_are_the_month_s_or_another_s():
    with open_warehouse() as warehouse:
        for number, day in (("AV-1", "2026-10-01"), ("AV-2", "2026-09-30"), ("AV-3", "2026-10-02")):
            credit_note(warehouse, number, day, [("product", "1.00", "0", "0.00")])
        states(warehouse)
        [found] = [total for total in month_controls(warehouse, "2026-10") if total.number == 6]
        assert (found.left, "du mois 2, d'un autre mois 1, manquants 0" in found.detail) == (3, True)
        assert warehouse.rows("out/numbers_elsewhere", month="2026-10") == [("AV-", 1)]


def test_the_open_list_goes_from_month_to_month():
    with open_warehouse() as warehouse:
        credit_note(warehouse, "AV-1", "2026-09-20", [("product", "100.00", "20", "20.00")], state="part_settled")
        refund(warehouse, "re_1", "2026-10-21", "20.00", state="matched")
        allocation(warehouse, "AV-1", "re_1", "20.00", issued_on="2026-09-20")
        control(warehouse, shop(), date(2026, 10, 31))
        found = [total for total in month_controls(warehouse, "2026-10") if total.number == 7]
        assert [(str(total.left), str(total.right), total.state) for total in found] == [("120.00", "120.00", "ties")]
        warehouse.connection.execute("update core.credit_notes set gross = 121")
        assert (2, "differs") in states(warehouse, "2026-09")


def test_a_payout_that_differs_is_a_control_that_differs_unless_its_break_is_listed():
    with open_warehouse() as warehouse:
        add(
            warehouse, "core.payout_proofs", provider="stripe", payout_id="po_1", paid_on="2026-10-05", amount="88.00",
            net="100.00", movements_state="differs", bank_state="ties",
        )  # fmt: skip
        credit_note(warehouse, "AV-1", "2026-10-20", [("product", "1.00", "0", "0.00")])
        assert (9, "differs") in states(warehouse)
        add(warehouse, "core.breaks", break_id="b", kind="payout_differs", provider="stripe", payout_id="po_1")
        assert (9, "ties") in states(warehouse)


def test_the_journal_ties_with_credit_notes_and_with_what_undoes_them():
    with open_warehouse() as warehouse:
        undone_credit_note(warehouse)
        post(warehouse, shop(), date(2026, 11, 30))
        control(warehouse, shop(), date(2026, 11, 30))
        found = [
            (month, str(total.left), str(total.right), total.state)
            for month in ("2026-10", "2026-11")
            for total in month_controls(warehouse, month)
            if total.number == 10 and "Avoirs" in total.name
        ]
        assert found == [("2026-10", "120.00", "120.00", "ties"), ("2026-11", "-120.00", "-120.00", "ties")]
        others = [total for month in ("2026-10", "2026-11") for total in month_controls(warehouse, month)]
        assert [str(total.left) for total in others if total.number in (3, 7)] == ["120.00", "0.00", "0.00", "120.00"]
        assert {total.state for total in others if total.number in (2, 3, 7)} == {"ties"}
