"""What must hold of the tables: keys, balance and conservation stop what comes after; the others only speak."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.shapes import Shops
from pipelines.contracts.suites import CONTRACTS
from pipelines.steps.check import Check, controls_differing, failing_rows
from pipelines.steps.examine import examine

BLOCKING = (
    Check("core/credit_notes", "net_and_vat_make_gross"),
    Check("core/journal", "entries_balance"),
    Check("core/allocations", "nothing_is_settled_twice"),
    Check("raw/files", "rows_are_conserved"),
)


def _check(check: Check) -> dg.AssetChecksDefinition:
    """One check: how many rows fail it, over every shop of the run."""

    @dg.asset_check(asset=dg.AssetKey(check.table.split("/")), name=check.name, blocking=True)
    def checked(passages: Shops) -> dg.AssetCheckResult:
        """Count the rows that fail."""
        failing = sum(failing_rows(passage.warehouse, check) for passage in passages.at_work.values())
        return dg.AssetCheckResult(passed=failing == 0, metadata={"failing": failing})

    return checked


@dg.asset_check(asset=dg.AssetKey(["out", "controls"]), name="control_totals_tie")
def control_totals_tie(passages: Shops) -> dg.AssetCheckResult:
    """Every control total of an open month ties, or has no source."""
    differing = sum(controls_differing(passage.warehouse, passage.months) for passage in passages.at_work.values())
    return dg.AssetCheckResult(passed=differing == 0, metadata={"differing": differing})


CONTRACT = "new_rows_meet_their_contract"
PROMISED = [dg.AssetCheckSpec(CONTRACT, asset=dg.AssetKey(["core", each.table])) for each in CONTRACTS]


@dg.multi_asset_check(specs=PROMISED, can_subset=True)
def contracts(passages: Shops) -> Iterator[dg.AssetCheckResult]:
    """Warn of new rows that are not what their table promises; with nothing new, the last verdict stands."""
    told = passages.always("examine", lambda passage: examine(passage.warehouse))
    looked_at = sum(int(figure) for name, figure in told.items() if name.rpartition(" ")[2] == "rows")
    for spec in PROMISED if looked_at else []:
        unmet = {name: figure for name, figure in told.items() if f" {spec.asset_key.path[-1]}." in f" {name}"}
        yield dg.AssetCheckResult(
            asset_key=spec.asset_key,
            check_name=spec.name,
            passed=not unmet,
            severity=dg.AssetCheckSeverity.WARN,
            metadata=unmet,
        )


CHECKS = [*map(_check, BLOCKING), contracts, control_totals_tie]
