"""The closing folder: everything of the month, what proves it, one hash each, the same bytes every time."""

from datetime import date
import hashlib
from io import BytesIO
import json
import os
from zipfile import ZipFile

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.closing_folder import closing_folder
from pipelines.warehouse import open_warehouse
from reports.closing_folder import closing_folder_zip
from tests.steps.test_decide import BREAK, NOTE, PAIR, REFUND

FILE = "insert into raw.files by name select 'f' as sha256, 'stripe.csv' as name, 'stripe' as format, 1 as bytes, 1 as rows_read, 1 as rows_used, 0 as rows_excluded, 0 as rows_rejected"
DECISION = "insert into core.decisions by name select 1 as sequence, timestamp '2026-10-30 08:00' as decided_at, 'Claire' as author, 'confirm' as action, 'AV-1' as credit_note_number, 're_1' as refund_id"


@pytest.fixture
def zipped(tmp_path):
    month = tmp_path / "edition" / "2026-10"
    (month / "avoirs").mkdir(parents=True)
    (month / "avoirs" / "AV-1.pdf").write_bytes(b"%PDF un avoir")
    (month / "grand-livre-2026-10.xlsx").write_bytes(b"PK classeur")

    def make(touched: float = 0) -> bytes:
        files = {f"2026-10/{path.relative_to(month)}": path for path in month.rglob("*.*")}
        for path in files.values():
            os.utime(path, (touched, touched))
        with open_warehouse() as warehouse:
            execute = warehouse.connection.execute
            execute(FILE)
            execute(NOTE, ["AV-1"])
            execute(NOTE, ["AV-2"])
            execute(REFUND, ["re_1"])
            execute(PAIR, ["AV-1", "re_1", "confirmed"])
            execute(BREAK, ["b", "credit_note_without_refund", "AV-2", None, None])
            execute(DECISION)
            folder = closing_folder(warehouse, ShopFolder(tmp_path), Shop(), "2026-10", date(2026, 11, 5), files)
            return closing_folder_zip(folder)

    return make


def contents(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name.removeprefix("dossier-2026-10/"): archive.read(name) for name in archive.namelist()}


def test_the_same_month_gives_the_same_bytes_next_year(zipped):
    assert zipped(0) == zipped(10**9)


def test_every_file_is_there_under_its_hash(zipped):
    found = contents(zipped())
    lines = found.pop("MANIFESTE.sha256").decode().splitlines()
    assert {line[66:]: line[:64] for line in lines} == {
        name: hashlib.sha256(content).hexdigest() for name, content in found.items()
    }
    assert {"avoirs/AV-1.pdf", "grand-livre-2026-10.xlsx", "description.txt", "cloture.json"} <= found.keys()


def test_each_credit_note_has_its_evidence(zipped):
    proof = json.loads(contents(zipped())["preuves/AV-1.json"])
    assert proof["document"]["sha256"] == hashlib.sha256(b"%PDF un avoir").hexdigest()
    facts = proof["faits"]
    assert facts["avoir"][0]["ttc"] == "12.00"
    assert facts["remboursement"][0] | {"fichier": "stripe.csv", "ligne": 1} == facts["remboursement"][0]
    assert facts["imputation"][0]["pourquoi"] == "même montant"
    assert facts["decision"][0]["par"] == "Claire"
    assert json.loads(contents(zipped())["preuves/AV-2.json"])["document"] is None


def test_the_note_describes_what_is_there(zipped):
    note = contents(zipped())["description.txt"].decode()
    assert "octobre 2026" in note
    assert "avoirs/" in note
    assert "JournalCode" in note
