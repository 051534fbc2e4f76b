"""The sheet of returns that `lettrage init` lays out is read back as the merchant fills it."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest

from pipelines.domain.returns_register import COLUMNS, LISTS
from reports.returns_register import returns_register
from tests.libreoffice import saved_again

FILLED = [
    ("R1", "1001", "LAMPE", 1, date(2026, 10, 12), None, date(2026, 10, 15), "Article défectueux", "ampoule", "Utilisé", "Quarantaine", "Boutique", 4.9),
    (None, "1002", "TASSE", 2, date(2026, 10, 13), None, None, "Changement d'avis", None, None, None, "Client", None),
    (None, "1003", "BOL", 1, date(2026, 10, 14), None, None, "Lubie", None, None, None, None, None),
]  # fmt: skip


def test_the_sheet_offers_the_words_of_each_list():
    workbook = openpyxl.load_workbook(BytesIO(returns_register()))
    assert [cell.value for cell in workbook["Retours"][1]] == list(COLUMNS)
    offered = {tuple(cell.value for cell in column if cell.value) for column in workbook["Listes"].iter_cols()}
    assert offered == set(LISTS.values())
    assert len(workbook["Retours"].data_validations.dataValidation) == len(LISTS) + 2


def as_written(content, folder):
    return content


@pytest.mark.parametrize("saved", [as_written, pytest.param(saved_again, marks=pytest.mark.slow)])
def test_a_filled_sheet_becomes_returns_and_an_unknown_word_is_refused(inbox, tmp_path, saved):
    inbox.drop("registre-des-retours.xlsx", saved(returns_register(FILLED), tmp_path / "office"))
    inbox.read()
    assert inbox.query(
        "select return_id, order_id, sku, quantity, notified_at, received_at, reason_code, condition, disposition,"
        " carriage_paid_by, carriage_cost from raw.returns order by order_id"
    ) == [
        ("R1", "1001", "LAMPE", "1", "2026-10-11T22:00:00Z", "2026-10-14T22:00:00Z", "defective", "used", "quarantine", "merchant", "4.9"),
        ("1002-2026-10-13", "1002", "TASSE", "2", "2026-10-12T22:00:00Z", None, "changed_mind", None, None, "customer", None),
    ]  # fmt: skip
    assert inbox.rejected() == [(4, "reason_code", "lubie", "not-in-list")]


def test_an_empty_sheet_holds_nothing_and_refuses_nothing(inbox):
    inbox.drop("registre-des-retours.xlsx", returns_register())
    inbox.read()
    assert inbox.refused() == []
