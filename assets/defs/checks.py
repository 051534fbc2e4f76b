"""What must hold of the tables: keys, balance and conservation stop what comes after; control totals only speak."""

import dagster as dg

from assets.defs.shapes import Shops
from pipelines.steps.check import Check, controls_differing, failing_rows

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


CHECKS = [*map(_check, BLOCKING), control_totals_tie]
