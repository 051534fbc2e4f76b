"""Everything Dagster shows: the assets and their checks, the nightly job and its schedule, the sensor of the inbox."""

from datetime import timedelta

import dagster as dg

from assets.defs import books, facts, out, proofs, published, raw, stock
from assets.defs.checks import CHECKS
from assets.defs.jobs import NIGHTLY
from assets.defs.resources import passages_of_run
from assets.defs.schedules import every_night, inbox

GROUPS = [raw, facts, stock, proofs, books, out, published]
NIGHTLY_AT_LATEST = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=30), warn_window=timedelta(hours=26))


def definitions(passages: dg.ResourceDefinition) -> dg.Definitions:
    """The same assets over whichever shops the resource opens."""
    found = dg.Definitions(
        assets=dg.load_assets_from_modules(GROUPS),
        asset_checks=CHECKS,
        jobs=[NIGHTLY],
        schedules=[every_night],
        sensors=[inbox],
        resources={"passages": passages},
        executor=dg.in_process_executor,
    )
    return found.map_asset_specs(func=_dated)


def _dated(spec: dg.AssetSpec) -> dg.AssetSpec:
    """What is late after a night that did not run."""
    return spec.replace_attributes(freshness_policy=NIGHTLY_AT_LATEST)


defs = definitions(passages_of_run)
