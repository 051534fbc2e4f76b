"""Decisions come back from the workbook: each row is checked, recorded once, or gets its sentence and changes nothing."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.sources.decided_workbook import read_decided_workbook
from pipelines.steps.decide import decide
from pipelines.steps.month_ledger import month_ledger
from pipelines.steps.register import DECISIONS, read_register
from pipelines.warehouse import open_warehouse
from reports.workbook import workbook
from tests.libreoffice import saved_again
from tests.refused import refused

AT = "2026-11-02T08:00:00Z"
NOTE = "insert into core.credit_notes by name select ? as credit_note_number, 'shop' as numbered_by, 'AV' as series, timestamp '2026-10-05' as issued_at, date '2026-10-05' as issued_on, 'A' as order_id, [] as origin_invoices, 'return' as nature, 'refund' as settlement, 'EUR' as currency, 10 as net, 2 as vat, 12 as gross, 'open' as state"
REFUND = "insert into core.refunds by name select 'stripe' as provider, ? as refund_id, 'refund' as type, 'succeeded' as status, timestamp '2026-10-06' as created_at, date '2026-10-06' as created_on, 12 as gross, 'EUR' as currency, 'open' as state, 'f' as source_file, 1 as source_row"
BREAK = "insert into core.breaks by name select ? as break_id, ? as kind, ? as credit_note_number, ? as provider, ? as refund_id, 12 as amount, 'EUR' as currency, date '2026-10-20' as opened_on, 5 as age_days, '' as action, 'open' as status"
PAIR = "insert into core.allocations by name select ? as credit_note_number, 'stripe' as provider, ? as refund_id, 12 as amount, 'EUR' as currency, 'amount' as rule, ? as status, 'même montant' as explanation, 'rule' as decided_by, date '2026-10-05' as issued_on, date '2026-10-06' as refunded_on"
UNREFUNDED, UNCREDITED, OTHERS, PAIRS = (
    "Avoirs sans remboursement",
    "Remboursements sans avoir",
    "Écarts",
    "Imputations",
)


@pytest.fixture
def folder(tmp_path):
    return ShopFolder(tmp_path)


@pytest.fixture
def warehouse():
    with open_warehouse() as opened:
        execute = opened.connection.execute
        for number in ("AV-1", "AV-2", "AV-3", "AV-4"):
            execute(NOTE, [number])
        for number in ("re_1", "re_2", "re_3", "re_4"):
            execute(REFUND, [number])
        execute(BREAK, ["b1", "credit_note_without_refund", "AV-1", None, None])
        execute(BREAK, ["b2", "refund_without_credit_note", None, "stripe", "re_2"])
        execute(BREAK, ["b3", "vat_differs", "AV-3", None, None])
        execute(PAIR, ["AV-3", "re_3", "proposed"])
        execute(PAIR, ["AV-4", "re_4", "confirmed"])
        yield opened


def published(warehouse) -> bytes:
    return workbook(month_ledger(warehouse, Shop(), "2026-10", date(2026, 11, 2), []))


def column_of(sheet, title: str) -> int:
    return next(cell.column for cell in sheet[4] if cell.value == title)


def filled(content: bytes, *cells, change=None) -> bytes:
    """The workbook after a person wrote (sheet, rank of the row, column, value)."""
    book, saved = load_workbook(BytesIO(content)), BytesIO()
    for sheet, rank, title, value in cells:
        book[sheet].cell(4 + rank, column_of(book[sheet], title)).value = value
    if change:
        change(book)
    book.save(saved)
    return saved.getvalue()


@pytest.fixture
def decided(warehouse, folder):
    def read(content: bytes, shop: Shop | None = None):
        path = folder.root / "grand-livre-2026-10.xlsx"
        path.write_bytes(content)
        return decide(warehouse, folder, shop or Shop(), path, "Claire", AT)

    return read


def recorded(folder):
    return [(entry.action, dict(entry.facts)) for entry in read_register(folder.register, DECISIONS)]


def codes(verdicts):
    return [verdict.refusal.message.code for verdict in verdicts if verdict.refusal]


def test_an_untouched_workbook_decides_nothing(warehouse, folder, decided):
    assert decided(published(warehouse)) == []
    assert recorded(folder) == []


def test_decisions_survive_libreoffice_and_are_recorded_once(warehouse, folder, decided, tmp_path):
    content = filled(
        published(warehouse),
        (UNREFUNDED, 1, "Décision", "Passer en perte"),
        (UNREFUNDED, 1, "Commentaire", "client perdu de vue"),
        (UNCREDITED, 1, "Décision", "Rapprocher"),
        (UNCREDITED, 1, "Précision", "AV-2"),
        (OTHERS, 1, "Responsable", "Marc"),
        (PAIRS, 1, "Décision", "Confirmer"),
        (PAIRS, 2, "Décision", "Délettrer"),
    )
    saved = saved_again(content, tmp_path / "libreoffice")
    assert codes(decided(saved)) == []
    pair = {"provider": "stripe", "credit_note_number": "AV-3", "refund_id": "re_3"}
    lost = {"kind": "credit_note_without_refund", "credit_note_number": "AV-1"}
    assert recorded(folder) == [
        ("confirm", pair),
        ("unmatch", {"provider": "stripe", "credit_note_number": "AV-4", "refund_id": "re_4"}),
        ("write_off", {**lost, "amount": "12.00", "comment": "client perdu de vue"}),
        ("comment", {**lost, "comment": "client perdu de vue"}),
        ("link", {"kind": "refund_without_credit_note", "provider": "stripe", "refund_id": "re_2", "credit_note_number": "AV-2"}),
        ("owner", {"kind": "vat_differs", "credit_note_number": "AV-3", "owner": "Marc"}),
    ]  # fmt: skip
    assert [verdict.recorded for verdict in decided(saved) if verdict.decision] == [()] * 4


def test_a_decision_is_taken_back(warehouse, folder, decided):
    content = published(warehouse)
    decided(filled(content, (OTHERS, 1, "Décision", "Accepter")))
    decided(filled(content, (OTHERS, 1, "Décision", "Annuler la décision")))
    assert recorded(folder)[-1] == ("revoke", {"kind": "vat_differs", "credit_note_number": "AV-3", "revokes": 1})
    assert codes(decided(filled(content, (OTHERS, 1, "Décision", "Annuler la décision")))) == [
        "decision-nothing-to-revoke"
    ]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([(OTHERS, 1, "Décision", '=IF(1=1,"Accepter","")')], "decision-formula"),
        ([(OTHERS, 1, "Commentaire", '=HYPERLINK("http://x")')], "decision-formula"),
        ([(OTHERS, 1, "Décision", "Accepte")], "decision-unknown-word"),
        ([(OTHERS, 1, "Décision", "Passer en perte")], "decision-not-allowed"),
        ([(OTHERS, 1, "Montant", 11), (OTHERS, 1, "Décision", "Accepter")], "decision-row-edited"),
        ([(OTHERS, 1, "N° d'avoir", "AV-9")], "decision-row-edited"),
        ([(OTHERS, 1, "Clé", "inventée"), (OTHERS, 1, "Décision", "Accepter")], "decision-unknown-row"),
        ([(OTHERS, 2, "Décision", "Accepter")], "decision-unknown-row"),
        ([(UNCREDITED, 1, "Décision", "Rapprocher")], "decision-target-missing"),
        ([(UNCREDITED, 1, "Décision", "Rapprocher"), (UNCREDITED, 1, "Précision", "AV-99")], "decision-target-unknown"),
        ([(UNREFUNDED, 1, "Décision", "Rapprocher"), (UNREFUNDED, 1, "Précision", "AV-2")], "decision-target-unknown"),
        ([(PAIRS, 1, "Décision", "Délettrer")], "decision-not-allowed"),
    ],
)
def test_a_row_that_cannot_be_taken_gets_its_sentence_and_changes_nothing(warehouse, folder, decided, cells, code):
    verdicts = decided(filled(published(warehouse), *cells))
    assert code in codes(verdicts)
    assert recorded(folder) == []
    for language in ("fr", "en"):
        assert all(verdict.refusal.sentence(language) for verdict in verdicts if verdict.refusal)


def test_a_row_taken_away_is_named_and_changes_nothing(warehouse, folder, decided):
    content = filled(published(warehouse), change=lambda book: book[OTHERS].delete_rows(5))
    assert codes(decided(content)) == ["decision-row-deleted"]
    assert recorded(folder) == []


def test_a_row_copied_counts_once(warehouse, folder, decided):
    def copy(book):
        sheet = book[OTHERS]
        for cell in list(sheet[5]):
            sheet.cell(6, cell.column).value = cell.value

    content = filled(published(warehouse), (OTHERS, 1, "Décision", "Accepter"), change=copy)
    assert codes(decided(content)) == ["decision-row-twice"]
    assert len(recorded(folder)) == 1


def test_what_was_settled_since_is_said(warehouse, folder, decided):
    content = filled(published(warehouse), (OTHERS, 1, "Décision", "Accepter"))
    warehouse.connection.execute("update core.breaks set amount = 13 where break_id = 'b3'")
    assert codes(decided(content)) == ["decision-changed"]
    warehouse.connection.execute("update core.breaks set status = 'closed' where break_id = 'b3'")
    assert codes(decided(content)) == ["decision-gone"]
    assert recorded(folder) == []


def test_rows_in_another_order_decide_the_same(warehouse, folder, decided):
    warehouse.connection.execute(BREAK, ["b4", "vat_differs", "AV-4", None, None])

    def swap(book):
        sheet = book[OTHERS]
        for first, second in zip(sheet[5], sheet[6], strict=True):
            first.value, second.value = second.value, first.value

    content = filled(published(warehouse), (OTHERS, 2, "Décision", "Accepter"), change=swap)
    assert codes(decided(content)) == []
    assert recorded(folder)[0][1]["credit_note_number"] == "AV-4"


def test_a_sealed_month_decides_nothing_more(warehouse, folder, decided):
    content = filled(published(warehouse), (PAIRS, 2, "Décision", "Délettrer"))
    warehouse.connection.execute("insert into core.periods by name select '2026-10' as month, 'sealed' as state")
    with refused("workbook-sealed", month="2026-10"):
        decided(content)
    assert recorded(folder) == []


def test_a_pair_of_sealed_months_is_not_undone_from_the_open_one(warehouse, folder, decided):
    content = filled(published(warehouse), (PAIRS, 2, "Décision", "Délettrer"))
    warehouse.connection.execute("insert into core.periods by name select '2026-10' as month, 'sealed' as state")
    november = filled(content, change=lambda book: setattr(book["Lettrage"]["B5"], "value", "2026-11"))
    assert codes(decided(november)) == ["decision-sealed-item"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda book: setattr(book[OTHERS], "title", "Mes écarts"), "workbook-sheet-missing"),
        (lambda book: book.remove(book[UNREFUNDED]), "workbook-sheet-missing"),
        (lambda book: book.remove(book["Lettrage"]), "workbook-not-ours"),
        (lambda book: setattr(book[OTHERS]["P4"], "value", "Avis"), "workbook-column-missing"),
    ],
)
def test_an_altered_workbook_is_refused_whole(warehouse, folder, decided, change, code):
    content = filled(published(warehouse), (PAIRS, 1, "Décision", "Confirmer"), change=change)
    with refused(code):
        decided(content)
    assert recorded(folder) == []


def test_another_shops_workbook_is_refused(warehouse, decided):
    from pipelines.domain.shop import parse_shop

    with refused("workbook-other-shop", found="Ma boutique"):
        decided(published(warehouse), parse_shop(b"[shop]\nsiren = '552100554'"))


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    target = BytesIO(content)
    with ZipFile(target, "a", 8, compresslevel=1) as archive:
        archive.writestr(name, part)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "part", "code"),
    [
        ("xl/vbaProject.bin", b"macro", "workbook-macros"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "workbook-external-links"),
        ("xl/worksheets/bomb.xml", bytes(301_000_000), "workbook-too-large"),
    ],
)
def test_a_workbook_that_could_harm_is_not_read(warehouse, name, part, code):
    with refused(code):
        read_decided_workbook(with_part(published(warehouse), name, part), "classeur.xlsx")


@pytest.mark.parametrize("content", [b"", b"Avoir;Montant\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0mot de passe"])
def test_what_is_no_workbook_is_said(content):
    with refused("workbook-unreadable"):
        read_decided_workbook(content, "classeur.xlsx")


def test_a_bomb_of_entities_is_not_unfolded(warehouse):
    source, target = ZipFile(BytesIO(published(warehouse))), BytesIO()
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    with ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            archive.writestr(
                name, part.replace(b"<workbook", bomb + b"<workbook", 1) if name == "xl/workbook.xml" else part
            )
    with refused("workbook-unreadable"):
        read_decided_workbook(target.getvalue(), "classeur.xlsx")
