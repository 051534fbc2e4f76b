"""New rows are held to their table's contract at night: what is not met warns, and stops nothing."""

import dagster as dg
import pytest

from assets.command import exit_code
from assets.defs.checks import contracts
from assets.passages import passages

REFUNDS = "provider,refund_id,type,status,created_at,gross,currency\nstripe,re_1,refund,succeeded,2026-10-01T10:00:00Z,5.00,EUR\n"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    root = tmp_path_factory.mktemp("shops") / "boutique"
    assert exit_code(["init", str(root)]) == 0
    (root / "inbox" / "refunds.csv").write_text(REFUNDS)
    assert exit_code(["run", "--shop", str(root), "--as-of", "2026-10-31"]) == 0
    with passages([root]) as at_work:
        yield at_work


def test_the_night_itself_looks_at_new_rows_and_says_nothing_when_none_is_new(opened):
    assert list(contracts(opened)) == []
    assert opened.at_work["boutique"].told["examine"].figures == {"rows": 0, "unmet": 0}


def test_what_is_not_met_warns_of_its_table_and_blocks_nothing(opened):
    warehouse = opened.at_work["boutique"].warehouse
    warehouse.connection.execute("delete from raw.contracted_files; update core.refunds set type = 'gift'")
    said = {result.asset_key.to_user_string(): result for result in contracts(opened)}
    assert [table for table, result in said.items() if not result.passed] == ["core/refunds"]
    assert said["core/refunds"].severity is dg.AssetCheckSeverity.WARN
    assert not any(spec.blocking for spec in contracts.check_specs)
