"""New rows are held to their table's contract once; nothing new imports nothing."""

from datetime import date
import subprocess
import sys

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.examine import examine
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from tests.inboxes import Inbox

REFUNDS = "provider,refund_id,type,status,created_at,gross,currency\nstripe,{id},refund,succeeded,2026-10-01T10:00:00Z,5.00,EUR\n"


def test_only_new_rows_are_looked_at_and_what_is_not_met_is_named(tmp_path):
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())
        inbox.drop("a.csv", REFUNDS.format(id="re_1"))
        inbox.read()
        normalise(warehouse, inbox.shop, date(2026, 12, 31))
        assert examine(warehouse).figures == {"rows": 1, "unmet": 0}
        assert examine(warehouse).figures == {"rows": 0, "unmet": 0}
        inbox.drop("b.csv", REFUNDS.format(id="re_2"))
        inbox.read()
        normalise(warehouse, inbox.shop, date(2026, 12, 31))
        inbox.query("update core.refunds set type = 'gift' where refund_id = 're_2' returning 1")
        assert examine(warehouse).figures == {
            "rows": 1, "unmet": 1, "refunds.type expect_column_values_to_be_in_set": 1,
        }  # fmt: skip


def test_great_expectations_is_not_imported_when_nothing_is_new():
    words = "import sys; from pipelines.steps.examine import examine; from pipelines.warehouse import open_warehouse\n"
    words += "with open_warehouse() as warehouse: examine(warehouse)\nprint('great_expectations' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
