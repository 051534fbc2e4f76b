"""Everything Dagster shows: the assets and their checks, the nightly job and its schedule, the sensor of the inbox."""

import dagster as dg

from assets.defs import books, facts, out, proofs, published, raw, stock
from assets.defs.checks import CHECKS
from assets.defs.jobs import NIGHTLY
from assets.defs.resources import passages_of_run
from assets.defs.schedules import every_night, inbox

GROUPS = [raw, facts, stock, proofs, books, out, published]


def definitions(passages: dg.ResourceDefinition) -> dg.Definitions:
    """The same assets over whichever shops the resource opens."""
    return dg.Definitions(
        assets=dg.load_assets_from_modules(GROUPS),
        asset_checks=CHECKS,
        jobs=[NIGHTLY],
        schedules=[every_night],
        sensors=[inbox],
        resources={"passages": passages},
        executor=dg.in_process_executor,
    )


defs = definitions(passages_of_run)
