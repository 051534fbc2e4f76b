"""A shop's own mapping turns a table nobody knows into a plain kind; each fault in it gets its sentence."""

from datetime import date
from decimal import Decimal

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


def test_a_draft_is_made_from_the_header_and_the_values(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Date;Libellé;Montant;Devise\n01/10/2026;VIR;1 234,50;EUR\n")
    draft = suggested(path)
    assert 'kind = "bank"' in draft
    assert 'booked_on = { column = "Date", date = "%d/%m/%Y" }' in draft
    assert 'amount = { column = "Montant", decimal = "," }' in draft
    assert 'account = { value = "À REMPLIR" }' in draft
