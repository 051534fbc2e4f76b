"""Holds what is sealed: whatever files say today, the documents of a sealed month read as they were sealed."""

from pipelines.domain.folder import ShopFolder
from pipelines.domain.months import last_day
from pipelines.domain.periods import Period
from pipelines.domain.summaries import Summary
from pipelines.steps.normalise import STEP as FACTS
from pipelines.steps.seals import load_seals, periods_of
from pipelines.warehouse import Warehouse

STEP = "hold"


def hold(warehouse: Warehouse, folder: ShopFolder) -> Summary:
    """Project the register of months, read sealed months back, and note what files change, drop or bring late.

    Runs after the tables of facts are made and before anything is matched.
    """
    periods = project_periods(warehouse, folder)
    sealed = load_seals(warehouse, folder)
    with warehouse.transaction():
        warehouse.run("sealed/no_differences", is_fresh=_is_fresh(warehouse))
        if sealed:
            _restore(warehouse, sealed[-1])
    changed, deleted, late = warehouse.rows("sealed/totals")[0]
    figures = {"months": len(periods), "sealed": len(sealed), "changed": changed, "deleted": deleted, "late": late}
    return Summary("hold", figures)


def project_periods(warehouse: Warehouse, folder: ShopFolder) -> list[Period]:
    """Make `core.periods` say what `register/periods.jsonl` says."""
    periods = list(periods_of(folder).values())
    with warehouse.transaction():
        warehouse.run("core/no_periods")
        for period in periods:
            warehouse.run(
                "core/period",
                month=period.month,
                state=period.state,
                hash=period.hash,
                previous_hash=period.previous_hash,
                prepared_by=period.prepared_by,
                approved_by=period.approved_by,
                sealed_at=period.sealed_at and period.sealed_at.replace("Z", ""),
            )
    return periods


def _is_fresh(warehouse: Warehouse) -> bool:
    """Whether facts were made again since we last looked: documents put back then are no longer the files' own."""
    made = warehouse.rows("raw/fingerprint", step=FACTS)
    if not made or warehouse.rows("raw/fingerprint", step=STEP) != made:
        warehouse.run("raw/note_fingerprint", step=STEP, fingerprint=made[0][0] if made else "")
        return True
    return False


def _restore(warehouse: Warehouse, last: Period) -> None:
    day = last_day(last.month)
    warehouse.run("sealed/documents", last_on=day)
    warehouse.run("sealed/differences", last_on=day)
    warehouse.run("sealed/restored")
