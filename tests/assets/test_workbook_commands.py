"""decide, compare, forget and init --opening, as a person types them: exit codes, sentences, files written."""

import json

import pytest

from assets.command import exit_code
from pipelines.domain.folder import ShopFolder
from pipelines.steps.register import DECISIONS, read_register
from pipelines.warehouse import open_warehouse
from tests.steps.test_compare import BOOKED, PAID, fec
from tests.steps.test_decide import BREAK, NOTE, OTHERS, filled, published


@pytest.fixture
def shop(tmp_path):
    root = tmp_path / "boutique"
    assert exit_code(["init", str(root)]) == 0
    settings = root / "shop.toml"
    settings.write_text("", encoding="utf-8")
    return root


@pytest.fixture
def content(shop):
    with open_warehouse(ShopFolder(shop).warehouse) as warehouse:
        warehouse.connection.execute(NOTE, ["AV-3"])
        warehouse.connection.execute(BREAK, ["b3", "vat_differs", "AV-3", None, None])
        return published(warehouse)


def decide(shop, content: bytes, *options: str) -> int:
    path = shop / "grand-livre-2026-10.xlsx"
    path.write_bytes(content)
    return exit_code(["decide", str(path), "--shop", str(shop), *options])


def test_a_decision_is_recorded_under_its_author(shop, content, capsys):
    assert decide(shop, filled(content, (OTHERS, 1, "Décision", "Accepter")), "--author", "Claire", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["sheet"], row["row"], row["recorded"]) == (OTHERS, 5, ["accept"])
    (entry,) = read_register(shop / "register", DECISIONS)
    assert (entry.author, entry.action, entry.facts["kind"]) == ("Claire", "accept", "vat_differs")


def test_a_row_refused_is_exit_3_and_says_why(shop, content, capsys):
    assert decide(shop, filled(content, (OTHERS, 1, "Décision", "=1+1"))) == 3
    assert "Écarts, ligne 5" in capsys.readouterr().out


def test_a_sealed_month_is_exit_5(shop, content):
    with open_warehouse(ShopFolder(shop).warehouse) as warehouse:
        warehouse.connection.execute("insert into core.periods by name select '2026-10' as month, 'sealed' as state")
    assert decide(shop, content) == 5


def test_what_is_no_workbook_is_exit_2(shop):
    assert decide(shop, b"rien") == 2


def test_a_fec_is_compared_beside_itself(shop, content):
    path = shop / "552100554FEC20261231.txt"
    path.write_bytes(fec(BOOKED, PAID))
    assert exit_code(["compare", str(path), "--shop", str(shop)]) == 0
    assert (shop / "comparaison-552100554FEC20261231.xlsx").exists()


def test_nobody_to_forget_is_exit_2(shop, content):
    assert exit_code(["forget", "x@example.org", "--shop", str(shop)]) == 2
    assert exit_code(["forget", "--shop", str(shop)]) == 2


def test_the_take_over_is_written_with_the_shop(tmp_path):
    assert exit_code(["init", str(tmp_path / "autre"), "--opening"]) == 0
    assert (tmp_path / "autre" / "ouverture.xlsx").read_bytes().startswith(b"PK")
