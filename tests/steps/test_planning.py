"""A shop of few rows has its statements planned lightly, a large one fully; tables hold the same either way."""

from datetime import date

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import read_shop
from pipelines.steps.ingest import FEW_BYTES
from pipelines.steps.post import post
from pipelines.steps.prove import prove
from pipelines.steps.tables import fingerprints
from pipelines.warehouse import Warehouse, open_warehouse

AS_OF = date(2026, 10, 31)
RECEIPT = "receipt_id,sku,received_at,quantity\n{id},MUG,2026-10-01T10:00:00Z,5\n"
FILE = "insert into raw.files by name (select 'abc' as sha256, 'a.csv' as name, 'plain' as format, $bytes as bytes, 0 as rows_read, 0 as rows_used, 0 as rows_excluded, 0 as rows_rejected)"


def is_light(warehouse: Warehouse) -> bool:
    asked = "select current_setting('threads') = 1 and current_setting('disabled_optimizers') like '%join_order%'"
    ((found,),) = warehouse.connection.execute(asked).fetchall()
    return bool(found)


def test_few_bytes_of_exports_are_planned_lightly_and_many_fully(inbox):
    inbox.drop("a.csv", RECEIPT.format(id="R1"))
    inbox.read()
    assert is_light(inbox.warehouse)
    inbox.warehouse.connection.execute(FILE, {"bytes": FEW_BYTES})
    inbox.drop("b.csv", RECEIPT.format(id="R2"))
    inbox.read()
    assert not is_light(inbox.warehouse)


def test_tables_hold_the_same_planned_lightly_and_fully(own_sample_shop):
    folder, shop = ShopFolder(own_sample_shop), read_shop(own_sample_shop)
    found = []
    with open_warehouse(folder.warehouse) as warehouse:
        for plan in ("planned_lightly", "planned_fully"):
            warehouse.run(f"raw/{plan}")
            warehouse.run("proof/note_done", fingerprint="")
            for step in (prove, post):
                step(warehouse, shop, AS_OF)
            found.append(fingerprints(warehouse))
    assert {name for name in found[0] if found[0][name] != found[1][name]} == set()
