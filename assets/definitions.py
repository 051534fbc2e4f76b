"""Everything Dagster shows: the assets, the nightly job and its schedule, the sensor of the inbox."""

import dagster as dg

from assets.defs import books, facts, out, proofs, published, raw, stock
from assets.defs.jobs import NIGHTLY
from assets.defs.resources import passages_of_run


def definitions(passages: dg.ResourceDefinition) -> dg.Definitions:
    """The same assets over whichever shops the resource opens."""
    return dg.Definitions(
        assets=dg.load_assets_from_modules([raw, facts, stock, proofs, books, out, published]),
        jobs=[NIGHTLY],
        resources={"passages": passages},
        executor=dg.in_process_executor,
    )


defs = definitions(passages_of_run)
