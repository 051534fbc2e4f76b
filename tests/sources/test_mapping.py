"""A shop's own mapping turns a table nobody knows into a plain kind; each fault in it gets its sentence."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.sources.mapping import read_mapping
from pipelines.sources.suggestion import suggested
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox
from tests.refused import refused

TABLE = 'Jour;Objet;Somme;Sens\n01/10/2026;VIR STRIPE;"1 234,50";C\n02/10/2026;Frais;2,50;D\n03/10/2026;Total;x;C\n'
MAPPING = """
kind = "bank"
[columns]
account = { value = "FR76" }
line_id = "Objet"
booked_on = { column = "Jour", date = "%d/%m/%Y" }
amount = { column = "Somme", decimal = "," }
currency = { value = "EUR" }
label = "Objet"
reference = { column = "Sens", words = { C = "crédit", D = "débit" } }
[exclude]
Objet = ["Total"]
"""


def test_a_table_nobody_knows_is_read_once_its_mapping_is_there(tmp_path):
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())
        inbox.drop("banque.csv", TABLE.encode("cp1252"))
        assert inbox.read().figures["files_refused"] == 1
        (tmp_path / "mappings").mkdir()
        (tmp_path / "mappings" / "banque.toml").write_text(MAPPING)
        assert inbox.read().figures == {
            "files": 1, "files_refused": 0, "rows_read": 3, "rows_used": 2, "rows_excluded": 1, "rows_rejected": 0,
        }  # fmt: skip
        assert inbox.refused() == []
        normalise(warehouse, inbox.shop, date(2026, 12, 31))
        assert inbox.query("select booked_on, amount, reference from core.bank_lines order by 1") == [
            (date(2026, 10, 1), Decimal("1234.50"), "crédit"),
            (date(2026, 10, 2), Decimal("2.50"), "débit"),
        ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("kind =", "mapping-unreadable"),
        ('kind = "banks"', "mapping-unknown-kind"),
        ('kind = "bank"\n[columns]\nlabl = "x"', "mapping-unknown-column"),
        ('kind = "bank"\n[columns]\nlabel = "x"', "mapping-missing-column"),
        ('kind = "bank"\n[columns]\nlabel = { colum = "x" }', "mapping-unknown-key"),
    ],
)
def test_each_fault_of_a_mapping_gets_its_sentence(tmp_path, text, code):
    path = tmp_path / "m.toml"
    path.write_text(text)
    with refused(code):
        read_mapping(path)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Relevé du compte"])
    book.active.append([])
    book.active.append(["Date opération", "Libellé de l'opération", "Montant", "Devise"])
    book.active.append([date(2026, 10, 3), "VIR STRIPE", 1234.5, "EUR"])
    book.active.append([date(2026, 10, 4), "FRAIS", -2.5, "EUR"])
    book.active.append([date(2026, 10, 4), "FRAIS", -2.5, "EUR"])
    content = BytesIO()
    book.save(content)
    return content.getvalue()


REFUNDS = (
    "Boutique : Maison Exemple;;;;\n;;;;\nN° commande;Date de remboursement;Montant remboursé;Motif;Client\n"
    "1001;03/10/2026 10:12;1 234,50 €;Taille;Jean\n1002;04/10/2026 11:00;-12,00 €;Défaut;Anne\n"
)
NOTES = (
    "Numéro d'avoir,Date de l'avoir,Commande,Article,Référence produit,Qté,Prix TTC,Taux TVA\n"
    'AV-1,2026-10-03,1001,Lampe,L1,1,"50,00","20,00"\n'
)


@pytest.mark.parametrize(
    ("name", "content", "kind", "identity", "amounts"),
    [
        ("remboursements.csv", REFUNDS.encode("cp1252"), "refunds", "refund_id", {"1234.50", "12.00"}),
        ("avoirs.csv", NOTES.encode(), "credit_notes", "credit_note_number", {"50.00"}),
        ("banque.xlsx", workbook(), "bank", "line_id", {"1234.5", "-2.5"}),
    ],
)
def test_a_draft_used_as_it_is_reads_the_table_it_was_made_from(tmp_path, name, content, kind, identity, amounts):
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())
        path = inbox.drop(name, content)
        (tmp_path / "mappings").mkdir()
        (tmp_path / "mappings" / "brouillon.toml").write_text(suggested(path), encoding="utf-8")
        inbox.read()
        assert inbox.rejected() == []
        amount = {"refunds": "gross", "credit_notes": "unit_price_gross", "bank": "amount"}[kind]
        rows = inbox.query(f"select {identity}, {amount} from raw.{kind}")
        assert {each for _, each in rows} == amounts
        assert len({each for each, _ in rows}) == len(rows) == inbox.query("select rows_used from raw.files")[0][0]
