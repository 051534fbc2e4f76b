"""Our event log holds what Dagster's own would, whether events come one by one or together."""

import sqlite3

import dagster as dg
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
import pytest

from assets.event_log import EventLog
from assets.home import EVENTS_AT_ONCE, instance_at

MONTHS = dg.MonthlyPartitionsDefinition("2026-01", end_offset=1, fmt="%Y-%m")
TOLD = {
    "event_logs": "dagster_event_type, asset_key, partition, step_key",
    "asset_keys": "asset_key, json_extract(last_materialization, '$.event_log_entry.message'), wipe_timestamp",
    "asset_event_tags": "asset_key, key",
    "asset_check_executions": "asset_key, check_name, execution_status",
}


@dg.asset(partitions_def=MONTHS, backfill_policy=dg.BackfillPolicy.single_run())
def pages(context: dg.AssetExecutionContext) -> dg.MaterializeResult:
    return dg.MaterializeResult(metadata={"pages": len(context.partition_keys)})


@dg.asset_check(asset=pages)
def pages_hold() -> dg.AssetCheckResult:
    return dg.AssetCheckResult(passed=True)


def told_by(folder, instance: dg.DagsterInstance) -> dict[str, list[tuple]]:
    """What stands in the log of a run over three months, all files together."""
    tags = {"dagster/asset_partition_range_start": "2026-01", "dagster/asset_partition_range_end": "2026-03"}
    job = dg.Definitions([pages], asset_checks=[pages_hold], executor=dg.in_process_executor)
    assert job.resolve_implicit_global_asset_job_def().execute_in_process(instance=instance, tags=tags).success
    found: dict[str, list[tuple]] = {}
    for file in set(folder.glob("*.db")) - {folder / "runs.db"}:
        with sqlite3.connect(file) as log:
            for table, columns in TOLD.items():
                rows = log.execute(f"select {columns} from {table}").fetchall()
                found.setdefault(table, []).extend(rows)
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


@pytest.mark.parametrize("at_once", ["0", EVENTS_AT_ONCE])
def test_the_log_holds_what_dagster_s_own_would(tmp_path, monkeypatch, at_once):
    monkeypatch.setenv("DAGSTER_EVENT_BATCH_SIZE", at_once)
    with dg.instance_for_test(temp_dir=str(tmp_path)) as theirs:
        assert isinstance(theirs.event_log_storage, SqliteEventLogStorage)
        expected = told_by(tmp_path / "history" / "runs", theirs)
    ours = instance_at(tmp_path / "ours")
    assert isinstance(ours.event_log_storage, EventLog)
    assert told_by(tmp_path / "ours" / "history", ours) == expected
    [page] = ours.get_latest_materialization_events([pages.key]).values()
    assert page.asset_materialization.partition == "2026-03"
