"""A person is forgotten in the working tables, again after every reading; accounting documents stay, and say why."""

from datetime import date

import pytest

from pipelines.domain.folder import ShopFolder
from pipelines.domain.forgetting import retention_horizon
from pipelines.domain.shop import Shop
from pipelines.steps.forget import FORGOTTEN, forget, forget_again, forget_expired
from pipelines.steps.register import read_register
from pipelines.warehouse import open_warehouse
from tests.refused import refused

AT = "2026-11-02T08:00:00Z"
ORDER = "insert into core.orders by name select ? as order_id, timestamp '2026-09-01' as ordered_at, cast(? as date) as ordered_on, ? as customer_email, 'Anne Weil' as customer_name, '3 rue des Lilas' as customer_address, 'FR' as country, 'EUR' as currency, 'payée' as status, 10 as net, 2 as vat, 12 as gross, 'f' as source_file, 1 as source_row"
NOTE = "insert into core.credit_notes by name select 'AV-1' as credit_note_number, 'shop' as numbered_by, 'AV' as series, timestamp '2026-10-05' as issued_at, date '2026-10-05' as issued_on, ? as order_id, [] as origin_invoices, 'return' as nature, 'refund' as settlement, 'EUR' as currency, 10 as net, 2 as vat, 12 as gross, 'open' as state"
REFUND = "insert into core.refunds by name select 'stripe' as provider, 're_1' as refund_id, 'refund' as type, 'succeeded' as status, timestamp '2026-10-06' as created_at, date '2026-10-06' as created_on, 'anne@example.org' as customer_email, 12 as gross, 'EUR' as currency, 'open' as state, 'f' as source_file, 1 as source_row"


@pytest.fixture
def folder(tmp_path):
    return ShopFolder(tmp_path)


@pytest.fixture
def warehouse():
    with open_warehouse() as opened:
        fill(opened)
        yield opened


def fill(warehouse):
    execute = warehouse.connection.execute
    for table in ("orders", "credit_notes", "refunds"):
        execute(f"delete from core.{table}")
    execute(ORDER, ["plain", "2026-09-01", " Anne@Example.org"])
    execute(ORDER, ["credited", "2026-09-02", "anne@example.org"])
    execute(ORDER, ["other", "2026-09-03", "paul@example.org"])
    execute(ORDER, ["old", "2010-09-03", "vieux@example.org"])
    execute(NOTE, ["credited"])
    execute(REFUND)


def people(warehouse):
    rows = warehouse.connection.execute("select order_id, customer_email, customer_name from core.orders").fetchall()
    return {order: (email, name) for order, email, name in rows}


def test_a_person_is_forgotten_but_for_the_names_on_accounting_documents(warehouse, folder):
    found = forget(warehouse, folder, "ANNE@example.org ", "Claire", AT)
    assert (found.orders, found.kept, found.documents) == (2, 1, ["AV-1"])
    assert people(warehouse)["plain"] == (None, None)
    assert people(warehouse)["credited"] == (None, "Anne Weil")
    assert people(warehouse)["other"] == ("paul@example.org", "Anne Weil")
    assert warehouse.connection.execute("select customer_email from core.refunds").fetchall() == [(None,)]


def test_photos_of_what_a_forgotten_person_sent_back_go_with_them(warehouse, folder):
    for order in ("plain", "credited", "other"):
        folder.photos_of(order).mkdir(parents=True)
        (folder.photos_of(order) / "label.jpg").write_bytes(b"x")
    forget(warehouse, folder, "anne@example.org", "Claire", AT)
    assert list(folder.photos.rglob("*.jpg")) == [folder.photos_of("other") / "label.jpg"]


def test_the_register_knows_the_person_again_without_naming_them(warehouse, folder):
    forget(warehouse, folder, "anne@example.org", "Claire", AT)
    assert "anne" not in (folder.register / "forgotten.jsonl").read_text().casefold()
    before = people(warehouse)
    fill(warehouse)
    assert forget_again(warehouse, folder).figures["orders"] == 2
    assert people(warehouse) == before


def test_nobody_known_is_said(warehouse, folder):
    with refused("forget-unknown", person="x@example.org"):
        forget(warehouse, folder, "x@example.org", "Claire", AT)
    assert read_register(folder.register, FORGOTTEN) == []


def test_what_is_past_its_retention_goes_names_and_all(warehouse, folder):
    warehouse.connection.execute("update core.credit_notes set order_id = 'old', issued_on = date '2010-10-01'")
    found = forget_expired(warehouse, folder, Shop(), date(2026, 11, 2), "Claire", AT)
    assert (found.orders, found.kept) == (1, 0)
    assert people(warehouse)["old"] == (None, None)
    assert people(warehouse)["other"][0] == "paul@example.org"


def test_a_retention_is_counted_in_years():
    assert retention_horizon(date(2028, 2, 29), 10) == date(2018, 2, 28)
