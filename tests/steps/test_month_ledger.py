"""What exports say otherwise of sealed months is listed in the ledger, among the controls, when there is anything."""

from datetime import date

from pipelines.domain.shop import Shop
from pipelines.steps.month_ledger import month_ledger
from pipelines.warehouse import open_warehouse
from reports.workbook.sheets.figures import controls_sheet
from tests.books import add


def controls(warehouse):
    return month_ledger(warehouse, Shop(), "2026-11", date(2026, 11, 30))


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
