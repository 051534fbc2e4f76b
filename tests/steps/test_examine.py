"""New rows are held to their table's contract once; nothing new imports nothing."""

from dataclasses import replace
from datetime import date
import subprocess
import sys

import pytest

from pipelines.contracts.checking import unmet
from pipelines.contracts.suites import CONTRACTS, QUARANTINED
from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.examine import examine, promise_of
from pipelines.steps.normalise import normalise
from pipelines.warehouse import open_warehouse
from pipelines.warehouse.promises import kept
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


@pytest.mark.parametrize(
    ("rows", "key", "is_kept"),
    [
        ([("re_1", "refund", "5.00"), ("re_1", "dispute", "5.00")], ("refund_id", "type"), True),
        ([("re_1", "refund", "5.00"), ("re_1", "dispute", "5.00")], ("provider", "refund_id"), False),
        ([("re_1", "gift", "5.00")], ("refund_id",), False),
        ([("re_1", "refund", "-9999999999999999.00")], ("refund_id",), False),
    ],
)
def test_the_whole_set_and_great_expectations_agree_on_whether_a_contract_is_kept(rows, key, is_kept):
    refunds = replace(next(contract for contract in CONTRACTS if contract.table == "refunds"), key=key)
    with open_warehouse() as warehouse:
        warehouse.connection.executemany(
            "insert into core.refunds (provider, refund_id, type, status, created_at, created_on, gross, currency, state,"
            " source_file, source_row) values ('stripe', ?, ?, 'succeeded', '2026-10-01', '2026-10-01', ?, 'EUR', 'open', 'a', 1)",
            rows,
        )
        files = {"files": ["a"]}
        assert kept(warehouse, "contracts/refunds", promise_of(refunds), **files) == (len(rows), is_kept)
        assert bool(unmet(refunds, warehouse.frame("contracts/refunds", **files))) is not is_kept


def test_a_row_kept_apart_names_the_expectation_it_does_not_meet(tmp_path):
    import great_expectations.expectations as known

    classes = {"".join(word.capitalize() for word in name.split("_")) for name in QUARANTINED.values()}
    assert {name for name in classes if not hasattr(known, name)} == set()
    with open_warehouse() as warehouse:
        inbox = Inbox(warehouse, ShopFolder(tmp_path), Shop())
        row = "stripe,re_{},refund,succeeded,2026-10-01T10:00:00Z,{},EUR\n"
        header = "provider,refund_id,type,status,created_at,gross,currency\n"
        inbox.drop("r.csv", header + row.format(1, "x") + row.format(2, "12.00"))
        inbox.read()
        assert inbox.query("select refund_id from raw.refunds") == [("re_2",)]
        assert inbox.query("select code, expectation from raw.rejected_rows") == [
            ("not-an-amount", "expect_column_values_to_match_regex")
        ]
