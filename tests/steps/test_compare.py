"""The firm's FEC held against what we prove: what it lacks, doubles or books elsewhere, each in euros."""

from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
import pytest

from pipelines.domain.shop import Shop
from pipelines.sources.firm_fec import read_firm_fec
from pipelines.steps.compare import compare
from pipelines.warehouse import open_warehouse
from reports.comparison import comparison_workbook
from tests.refused import refused

HEADER = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise"
NOTE = "insert into core.credit_notes by name select ? as credit_note_number, 'shop' as numbered_by, 'AV' as series, timestamp '2026-10-05' as issued_at, date '2026-10-05' as issued_on, 'A' as order_id, [] as origin_invoices, 'return' as nature, ? as settlement, 'EUR' as currency, 100 as net, 20 as vat, 120 as gross, 'open' as state"
REFUND = "insert into core.refunds by name select 'stripe' as provider, 're_1' as refund_id, 'refund' as type, 'succeeded' as status, timestamp '2026-10-06' as created_at, date '2026-10-06' as created_on, 120 as gross, 'EUR' as currency, 'matched' as state, 'f' as source_file, 1 as source_row"
PAIR = "insert into core.allocations by name select 'AV-1' as credit_note_number, 'stripe' as provider, 're_1' as refund_id, 120 as amount, 'EUR' as currency, 'refund_id' as rule, 'confirmed' as status, '' as explanation, 'rule' as decided_by, date '2026-10-05' as issued_on, date '2026-10-06' as refunded_on"
DAYS = [
    ("OD", "1", "101000", "D", "0,00", "bilan", "20261001"),
    ("OD", "2", "101000", "D", "0,00", "bilan", "20261031"),
]
BOOKED = [
    ("AV", "7", "707000", "D", "100,00", "AV-1"),
    ("AV", "7", "445710", "D", "20,00", "AV-1"),
    ("AV", "7", "411000", "C", "120,00", "AV-1"),
]
PAID = [("BQ", "8", "411000", "D", "120,00", "re_1"), ("BQ", "8", "517100", "C", "120,00", "re_1")]
FEE = [("BQ", "9", "627800", "D", "0,25", "Commission re_1"), ("BQ", "9", "517100", "C", "0,25", "Commission re_1")]


def fec(*entries, days=DAYS) -> bytes:
    """A FEC drawn as (journal, entry, account, side, amount, words, day)."""
    lines = [HEADER]
    for journal, entry, account, side, amount, words, *day in [*days, *(line for group in entries for line in group)]:
        sides = f"{amount}|0,00" if side == "D" else f"0,00|{amount}"
        lines.append(
            f"{journal}||{entry}|{(day or ['20261007'])[0]}|{account}||||{words}|20261007|{words}|{sides}|||20261031||"
        )
    return "\r\n".join(lines).encode("cp1252")


@pytest.fixture
def compared(tmp_path):
    def read(content: bytes, settlement: str = "refund"):
        path = Path(tmp_path) / "552100554FEC20261231.txt"
        path.write_bytes(content)
        with open_warehouse() as warehouse:
            warehouse.connection.execute(NOTE, ["AV-1", settlement])
            warehouse.connection.execute(REFUND)
            warehouse.connection.execute(PAIR)
            return compare(warehouse, Shop(), path)

    return read


def found(comparison):
    return [(item.kind, str(item.difference), str(item.vat_over_declared)) for item in comparison.findings]


def test_what_is_booked_once_and_rightly_is_no_finding(compared):
    assert found(compared(fec(BOOKED, PAID, FEE))) == []


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([PAID], ("credit_note_never_booked", "120.00", "20.00")),
        ([BOOKED, [("AV", "17", *line[2:]) for line in BOOKED], PAID], ("credit_note_booked_twice", "-120.00", "0.00")),
        (
            [[("AV", "7", "707000", "D", "75,00", "AV-1"), ("AV", "7", "445710", "D", "15,00", "AV-1"), ("AV", "7", "411000", "C", "90,00", "AV-1")], PAID],
            ("credit_note_amount_differs", "30.00", "5.00"),
        ),
        (
            [[("AV", "7", "707000", "D", "120,00", "Avoir AV-1"), ("AV", "7", "411000", "C", "120,00", "Avoir AV-1")], PAID],
            ("vat_over_declared", "20.00", "20.00"),
        ),
        ([BOOKED], ("refund_never_booked", "120.00", "0.00")),
        (
            [BOOKED, [("BQ", "8", "658000", "D", "120,00", "Remb re_1"), ("BQ", "8", "512000", "C", "120,00", "Remb re_1")]],
            ("refund_booked_as_expense", "-120.00", "0.00"),
        ),
        (
            [BOOKED, PAID, [("VE", "30", "707000", "D", "50,00", "retour comptoir"), ("VE", "30", "530000", "C", "50,00", "retour comptoir")]],
            ("sales_debited_without_credit_note", "-50.00", "0.00"),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)  # fmt: skip
def test_each_fault_of_the_books_is_named_in_euros(compared, entries, expected):
    assert found(compared(fec(*entries))) == [expected]


def test_a_store_credit_stands_on_its_own_account(compared):
    assert found(compared(fec(BOOKED, PAID), "store_credit")) == [("store_credit_not_booked", "120.00", "0.00")]


def test_the_refund_that_names_only_its_credit_note_is_known(compared):
    named = [("BQ", "8", "411000", "D", "120,00", "Remb. AV-1"), ("BQ", "8", "517100", "C", "120,00", "Remb. AV-1")]
    assert found(compared(fec(BOOKED, named))) == []


def test_a_document_outside_the_days_of_the_fec_is_not_asked_for(compared):
    early = [
        ("OD", "1", "101000", "D", "0,00", "bilan", "20260901"),
        ("OD", "2", "101000", "D", "0,00", "bilan", "20260930"),
    ]
    assert found(compared(fec(days=early))) == []


def test_accounts_are_held_root_by_root(compared):
    accounts = {account.root: account for account in compared(fec(BOOKED, PAID)).accounts}
    assert list(accounts) == ["411", "4197", "4457", "517", "707", "709"]
    assert (accounts["411"].their_debit, accounts["411"].their_credit) == (120, 120)


def test_the_workbook_says_it_line_by_line(compared):
    content = comparison_workbook(compared(fec(PAID)))
    book = load_workbook(BytesIO(content), data_only=True)
    assert [cell.value for cell in book["Différences"][5]][:2] == ["Avoir jamais comptabilisé", "AV-1"]
    totals = {row[0].value: [cell.value for cell in row[1:4]] for row in book["Comparaison"].iter_rows()}
    assert totals["Avoir jamais comptabilisé"] == [1, 120, 20]
    assert totals["En tout"] == [1, 120, 20]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a;b\n1;2\n", "compare-not-a-fec"),
        (HEADER.encode(), "compare-no-lines"),
        (fec([("AV", "7", "707000", "D", "1 000,005", "AV-1")]), "compare-bad-value"),
        (fec([("AV", "7", "707000", "D", "10,00", "AV-1", "20261341")]), "compare-bad-value"),
    ],
)
def test_what_is_no_fec_is_said(content, code):
    with refused(code):
        read_firm_fec(content, "fec.txt")


def test_amounts_with_a_side_and_tabs_are_read_too():
    text = "JournalCode\tEcritureNum\tEcritureDate\tCompteNum\tPieceRef\tEcritureLib\tMontant\tSens\nAV\t1\t2026-10-05\t411\tAV-1\tAvoir été\t-12,50\tC\n"
    (line,) = read_firm_fec(text.encode("utf-8"), "fec.txt")
    assert (str(line.debit), str(line.credit), line.label) == ("12.50", "0", "Avoir été")
