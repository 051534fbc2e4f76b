"""The month's workbook: typed, exact, recalculated by LibreOffice to our own figures, harmless whatever it was fed."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
import re
from zipfile import ZIP_DEFLATED, ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
import pytest

from pipelines.domain.vat_return import VatAmount
from reports.workbook import workbook, workbook_sheets
from reports.workbook.layout import FIRST_ROW
from tests.libreoffice import saved_again
from tests.reports.ledger_drawn import EMPTY, credit_note, finding, ledger

HOSTILE = [
    '=HYPERLINK("http://mal.example","clic")',
    "=1+1",
    "+33 6 12 34 56 78",
    "-5",
    "@SUM(1)",
    "\t=1+1",
    "|cmd",
    "'=1",
    "_x0041_",
    "a\x00\x08b",
    "<b>&amp;</b>",
    "  bord à bord  ",
    "שלום 🧦",
]


def opened(content: bytes, **options):
    return load_workbook(BytesIO(content), **options)


def rows(book, sheet: str):
    return [[cell.value for cell in row] for row in book[sheet].iter_rows(min_row=FIRST_ROW)]


def with_nothing_reckoned(content: bytes) -> bytes:
    """The same file without the figures we put beside our formulas."""
    source, target = ZipFile(BytesIO(content)), BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", part))
    return target.getvalue()


@pytest.fixture(scope="module")
def reckoned(tmp_path_factory):
    """Our workbook, emptied of our figures, as LibreOffice reckons and saves it."""
    notes = [credit_note(f"AV-{number}", order=text) for number, text in enumerate(HOSTILE)]
    notes += [credit_note("AV-90", settlement="exchange"), credit_note("AV-91", state="written_off", kept=Decimal(3))]
    shown = ledger(credit_notes=notes, breaks=[finding(), finding("ambiguous", "b", comment=HOSTILE[0])])
    content = workbook(shown)
    saved = saved_again(with_nothing_reckoned(content), tmp_path_factory.mktemp("reckoned"))
    return opened(content, data_only=True), opened(content), opened(saved, data_only=True)


def formulas(book):
    return {
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def exact(value: object) -> object:
    return round(Decimal(str(value)), 2) if isinstance(value, int | float) else value or None


def test_libreoffice_reckons_our_own_figures(reckoned):
    ours, live, theirs = reckoned
    cells = formulas(live)
    assert len(cells) > 100
    different = {
        (sheet, cell): (ours[sheet][cell].value, theirs[sheet][cell].value)
        for sheet, cell in cells
        if exact(ours[sheet][cell].value) != exact(theirs[sheet][cell].value)
    }
    assert different == {}


def test_no_cell_is_an_error(reckoned):
    errors = [
        cell.coordinate for book in reckoned for sheet in book for row in sheet for cell in row if cell.data_type == "e"
    ]
    assert errors == []


def test_text_from_outside_is_text_and_stays_text(reckoned):
    for book in reckoned:
        texts = [row[5] for row in rows(book, "Avoirs")]
        assert [text.replace("_x005F_", "_") if text else text for text in texts[:9]] == HOSTILE[:9]
        types = {cell.data_type for cell in book["Avoirs"]["F"][FIRST_ROW - 1 :]}
        assert types == {"s"}


def test_what_a_spreadsheet_could_take_for_a_formula_is_marked_as_text(reckoned):
    _, live, _ = reckoned
    marked = [live["Avoirs"].cell(FIRST_ROW + number, 6).quotePrefix for number in range(6)]
    assert all(marked)


def test_amounts_are_numbers_and_days_are_days():
    book = opened(workbook(ledger(credit_notes=[credit_note(refunded=Decimal("200.00"))])), data_only=True)
    row = rows(book, "Avoirs")[0]
    assert row[1] == datetime(2026, 10, 20)
    assert row[12:18] == [120, 24, 144, 200, 0, -56]
    assert "0.00" in book["Avoirs"].cell(FIRST_ROW, 18).number_format


@pytest.mark.parametrize(
    ("settlement", "state", "remaining"),
    [
        ("refund", "part_settled", 42),
        ("unknown", "open", 42),
        ("store_credit", "settled", 0),
        ("refund", "written_off", 0),
    ],
)
def test_what_is_still_owed_in_money(settlement, state, remaining):
    note = credit_note(settlement=settlement, state=state, kept=Decimal("2.00"))
    assert rows(opened(workbook(ledger(credit_notes=[note])), data_only=True), "Avoirs")[0][17] == remaining


def test_the_same_ledger_gives_the_same_bytes():
    assert workbook(ledger()) == workbook(ledger())


def test_a_month_without_rows_has_every_sheet():
    assert opened(workbook(ledger(**EMPTY))).sheetnames == opened(workbook(ledger())).sheetnames


def test_every_sheet_prints_and_filters():
    for sheet in opened(workbook(ledger())).worksheets[:-1]:
        assert sheet.print_area
        assert sheet.page_setup.fitToWidth == 1
        if sheet.title != "Synthèse":
            (table,) = sheet.tables.values()
            assert table.autoFilter.ref == table.ref
            assert [cell.value for cell in sheet[table.ref][0]] == [column.name for column in table.tableColumns]
            assert sheet.freeze_panes


def test_the_queues_offer_a_list_to_decide_from():
    sheet = opened(workbook(ledger()))["Écarts"]
    (choice,) = sheet.data_validations.dataValidation
    assert str(choice.sqref) == f"P{FIRST_ROW}"
    assert "Accepter" in choice.formula1


def test_each_credit_note_links_to_its_pdf():
    cell = opened(workbook(ledger()))["Avoirs"].cell(FIRST_ROW, 4)
    assert cell.value == f'=HYPERLINK("avoirs/"&C{FIRST_ROW}&".pdf","PDF")'


def test_totals_of_several_currencies_say_so():
    notes = [credit_note("AV-1"), credit_note("AV-2", currency="GBP")]
    book = opened(workbook(ledger(credit_notes=notes)), data_only=True)
    assert book["Avoirs"]["A3"].value == "Devises mêlées : filtrez"
    labels = [row[0].value for row in book["Synthèse"].iter_rows()]
    assert {"Remboursement (EUR)", "Remboursement (GBP)"} <= set(labels)


texts = st.text(max_size=40)


@settings(max_examples=30, deadline=None)
@given(texts, st.decimals(-(10**9), 10**9, places=2), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_whatever_is_written_is_read_back(order, gross, day):
    found = rows(
        opened(workbook(ledger(credit_notes=[credit_note(order=order, gross=gross, issued_on=day)]))), "Avoirs"
    )[0]
    assert found[1].date() == day
    assert Decimal(str(found[14])).quantize(Decimal("0.01")) == gross
    assert isinstance(found[5], str | None)


def test_every_row_fills_every_column():
    for sheet in workbook_sheets(ledger()):
        assert {len(row) for row in sheet.rows} <= {len(sheet.layout.columns)}


def test_days_no_export_told_stand_above_every_total():
    hole = finding("coverage_hole", expected="commandes : environ 15 lignes du 13/10/2026 au 13/10/2026")
    summary, *_ = workbook_sheets(ledger(breaks=[hole]))
    words = [line[0].value for line in summary.lines[2:5]]
    assert words[0] == "Données manquantes : commandes : environ 15 lignes du 13/10/2026 au 13/10/2026"
    assert "inconnus, pas nuls" in words[1]
    assert not any("manquantes" in str(line[0].value) for line in workbook_sheets(ledger())[0].lines)


def test_the_return_is_shown_both_ways_and_one_is_advised():
    amounts = [
        VatAmount("credit_note", "domestic", "FR", Decimal("20.00"), "2026-T4", "EUR", Decimal("120.00"), Decimal("24.00")),
        VatAmount("credit_note", "one_stop_shop", "DE", Decimal("19.00"), "2026-T3", "EUR", Decimal("50.00"), Decimal("9.50")),
    ]  # fmt: skip
    found = [tuple(row) for row in rows(opened(workbook(ledger(returns=amounts)), data_only=True), "Déclarations")]
    apart = "CA3, avoirs à part (B5 et ligne 21) : conseillée"
    assert (apart, "octobre 2026", "B5", "Régularisations", None, None, 120, None) in found
    assert (apart, "octobre 2026", "21", "Autre TVA à déduire", None, None, None, 24) in found
    assert found[-1] == ("Guichet unique (OSS)", "2026-T4", None, "Correction du 2026-T3", "DE", 19, -50, -9.5)
