"""Taking over: the workbook a shop fills in comes back as open credit notes and balances, booked once."""

from datetime import date
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook
import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.frozen import to_json
from pipelines.domain.shop import Shop
from pipelines.steps.issue import Prepared, with_numbers
from pipelines.steps.normalise import normalise
from pipelines.steps.post import post
from pipelines.warehouse import open_warehouse
from reports.opening import opening_workbook
from tests.inboxes import Inbox
from tests.reports.notes import note

AS_OF = date(2026, 10, 31)


@pytest.fixture
def taken_over(tmp_path):
    book, saved = load_workbook(BytesIO(opening_workbook(Shop(), date(2026, 9, 1)))), BytesIO()
    for column, value in enumerate(("AV-OLD-7", date(2026, 8, 20), "C-1", "FA-1", date(2026, 8, 1), "EUR", 120, 20), 1):
        book["Avoirs ouverts"].cell(5, column).value = value
    accounts = {row[0].value: row for row in book["Soldes"].iter_rows(min_row=5)}
    accounts["411000"][4].value = 120
    accounts["517100"][3].value = 800.5
    book["Derniers numéros"].cell(5, 2).value = "AV-2026-000041"
    book.save(saved)
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())
        inbox.drop("ouverture.xlsx", saved.getvalue())
        inbox.read()
        normalise(warehouse, Shop(), AS_OF)
        yield inbox


def test_open_credit_notes_are_known(taken_over):
    assert taken_over.rejected() == []
    assert taken_over.query("select credit_note_number, issued_on, order_id, gross, vat from core.credit_notes") == [
        ("AV-OLD-7", date(2026, 8, 20), "C-1", 120, 20)
    ]


def test_balances_are_booked_and_the_open_notes_are_not_booked_again(taken_over):
    post(taken_over.warehouse, Shop(), AS_OF)
    booked = 'select "CompteNum", "Debit" - "Credit", month from core.journal order by 1'
    assert taken_over.query(booked) == [
        ("411000", -120, "2026-09"),
        ("471000", -680.5, "2026-09"),
        ("517100", 800.5, "2026-09"),
    ]


def test_our_numbers_follow_the_last_one_given_before(taken_over):
    assert taken_over.query("select document_number, given_on from core.opening_numbers") == [
        ("AV-2026-000041", date(2026, 9, 1))
    ]
    draft = Prepared("d", "C-1", None, None, None, "ready", "", AS_OF, Decimal(1), "EUR", to_json(note()))
    (found,) = with_numbers(taken_over.warehouse, taken_over.folder, Shop(), [draft], AS_OF)
    assert found.note.number == "AV-2026-000042"
