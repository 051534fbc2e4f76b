"""The ten control totals stand on every month, and say so when their source is not there."""

from datetime import date

from pipelines.steps.control import control, month_controls
from pipelines.warehouse import open_warehouse
from tests.books import allocation, credit_note, refund, shop


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
