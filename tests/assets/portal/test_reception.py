"""Goods typed in at the door become a file of returns in the inbox, once whole."""

import csv
from datetime import datetime
from decimal import Decimal

import pytest

from assets.portal.reception import AnnouncedLine, ReceivedLine, reception_file
from pipelines.warehouse import open_warehouse
from tests.assets.portal.test_pages import insert

AT = "2026-10-31T10:00:00Z"


@pytest.fixture
def merchant(portal, enter):
    folder = portal.root / "garance" / "published" / "tables"
    folder.mkdir()
    source = {"source_file": "f" * 64, "source_row": 2}
    with open_warehouse() as warehouse:
        insert(
            warehouse,
            "core.order_lines",
            order_id="1001",
            line_id="L1",
            line_type="product",
            sku="ROBE-38",
            title="Robe",
            quantity=2,
            vat_rate=20,
            net=50,
            vat=10,
            gross=60,
            **source,
        )
        insert(
            warehouse,
            "core.returns",
            return_id="RET-7",
            order_id="1001",
            notified_at="2026-10-20 08:00:00",
            notified_on="2026-10-20",
            **source,
        )
        insert(
            warehouse,
            "core.return_lines",
            return_id="RET-7",
            line_number=1,
            order_id="1001",
            line_id="L1",
            sku="ROBE-38",
            quantity=1,
            reason_code="too_small",
            **source,
        )
        for table in ("order_lines", "returns", "return_lines"):
            warehouse.connection.table(f"core.{table}").write_parquet(str(folder / f"{table}.parquet"))
    return enter("marc@garance.fr")


def typed(portal, **form):
    return {"csrf": next(iter(portal.sessions.by_token.values())).csrf, **form}


def dropped(portal):
    return [list(csv.DictReader(path.open())) for path in (portal.root / "garance" / "inbox").glob("*")]


def test_the_announced_return_is_proposed(merchant):
    page = merchant.get("/garance/reception?commande=%231001").text
    assert "RET-7" in page
    assert 'value="1"' in page


def test_what_is_typed_lands_in_the_inbox_under_the_announced_return(merchant, portal):
    form = typed(portal, **{"quantity:L1": "1", "condition:L1": "new", "disposition:L1": "restock"})
    assert merchant.post("/garance/reception?commande=1001", data=form).status_code == 303
    row = dropped(portal)[0][0]
    assert (row["return_id"], row["sku"], row["quantity"], row["reason_code"]) == ("RET-7", "ROBE-38", "1", "too_small")
    assert (row["notified_at"], row["disposition"]) == ("2026-10-20T08:00:00Z", "restock")


@pytest.mark.parametrize("quantity", ["0", "-1", "², 9e9", "<b>"])
def test_nothing_typed_drops_nothing(merchant, portal, quantity):
    form = typed(portal, **{"quantity:L1": quantity})
    assert merchant.post("/garance/reception?commande=1001", data=form).status_code == 422
    assert dropped(portal) == []


def test_no_more_comes_back_than_was_sold(merchant, portal):
    form = typed(portal, **{"quantity:L1": "99", "condition:L1": "=cmd()", "disposition:L1": "restock"})
    merchant.post("/garance/reception?commande=1001", data=form)
    assert [(row["quantity"], row["condition"]) for row in dropped(portal)[0]] == [("2", "")]


def test_a_reader_receives_nothing(merchant, portal, enter):
    client = enter("lise@garance.fr")
    session = list(portal.sessions.by_token.values())[-1]
    assert (
        client.post("/garance/reception?commande=1001", data={"csrf": session.csrf, "quantity:L1": "1"}).status_code
        == 403
    )


def test_goods_nobody_announced_make_a_return_of_their_own():
    line = AnnouncedLine("1001", "L1", "ROBE-38", "Robe", Decimal(2), None, None, None, None, None, None)
    rows = list(csv.DictReader(reception_file([ReceivedLine(line, 1, "other", "new", "restock")], AT).splitlines()))
    assert (rows[0]["return_id"], rows[0]["notified_at"], rows[0]["received_at"]) == ("RC-1001", AT, AT)


def test_an_announced_return_keeps_its_dates():
    at = datetime(2026, 10, 20, 8)
    line = AnnouncedLine("1001", "L1", "ROBE-38", "Robe", Decimal(2), "RET-7", None, Decimal(1), "other", at, None)
    row = next(csv.DictReader(reception_file([ReceivedLine(line, 1, "", "new", "restock")], AT).splitlines()))
    assert (row["line_id"], row["notified_at"], row["sent_at"]) == ("", "2026-10-20T08:00:00Z", "")
