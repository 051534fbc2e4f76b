"""The nightly job from the command line: the assets Dagster shows, materialised in this process."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from assets.clock import Clock
from assets.home import instance_at
from assets.passage import Passage
from assets.passages import NOTHING_ELSE, Asked, Passages, passages
from assets.reading import reading_ahead
from pipelines.domain.folder import ShopFolder
from pipelines.domain.refusals import Refusal, causes
from pipelines.warehouse.connection import set_aside
from pipelines.warehouse.soundness import is_damage

if TYPE_CHECKING:
    from dagster import AssetKey, DagsterInstance, JobDefinition

QUIET = {"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}}
PUBLISHED = "published"
OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Dagster makes hundreds of thousands of objects that stay: looking them through after every 700 is lost time."""
PRECEDENCE = (1, 2, 5, 4, 3, 0)


@dataclass(frozen=True, slots=True)
class Night:
    """What became of each shop: its passage's figures, or the failure that stopped it."""

    told: dict[str, dict[str, dict[str, int | str]]]
    stopped: dict[str, Exception]
    exit_code: int
    letters: dict[str, str] = field(default_factory=dict)
    stopped_at: dict[str, str] = field(default_factory=dict)


def run_night(roots: Sequence[Path], home: Path, asked: Asked = NOTHING_ELSE) -> Night:
    """Read everything new, prove, and publish every open month of every shop.

    A shop whose warehouse turns out damaged on the way goes through once more, its warehouse built anew.
    """
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 20, 50)
    try:
        night = _passed(roots, home, asked)
    except Exception as error:
        if len(roots) > 1 or not _set_aside_damaged(roots[0], error):
            raise
        return _passed(roots, home, asked)
    damaged = [root for root in roots if _set_aside_damaged(root, night.stopped.get(root.resolve().name))]
    return _joined(night, _passed(damaged, home, asked)) if damaged else night


def stopped_night(roots: Sequence[Path], error: Exception) -> Night:
    """The night of shops that one failure stopped."""
    return Night({}, {root.resolve().name: error for root in roots}, _code_of(error))


def _passed(roots: Sequence[Path], home: Path, asked: Asked) -> Night:
    os.environ["LETTRAGE_SHOP"] = str(roots[0])
    with passages(roots, asked) as opened, reading_ahead(opened):
        _work(opened, instance_at(home), is_alone=len(roots) == 1)
        codes = [passage.exit_code for passage in opened.at_work.values()]
        codes += [_code_of(error) for error in opened.stopped.values()]
        letters = {shop: passage.letter for shop, passage in opened.at_work.items()}
        return Night(_told(opened), opened.stopped, worst(codes), letters, opened.stopped_at)


def _set_aside_damaged(root: Path, error: BaseException | None) -> bool:
    """Put a shop's warehouse out of the way when it is what failed."""
    if error is None or not any(is_damage(cause) for cause in causes(error)):
        return False
    set_aside(ShopFolder(root).warehouse, Clock().instant())
    return True


def _joined(first: Night, second: Night) -> Night:
    """What became of every shop, the second time counting for those that went twice."""
    stopped = {shop: error for shop, error in first.stopped.items() if shop not in second.told} | second.stopped
    code = worst([first.exit_code if not first.stopped else 0, second.exit_code, *map(_code_of, stopped.values())])
    letters, stopped_at = first.letters | second.letters, first.stopped_at | second.stopped_at
    return Night(first.told | second.told, stopped, code, letters, stopped_at)


def _work(opened: Passages, instance: "DagsterInstance", *, is_alone: bool) -> None:
    """Materialise what can be. Of several shops, all may stop, each for its own reason; the run then ends with them."""
    try:
        if opened.at_work:
            _materialise(opened, instance)
    except Exception:
        if opened.at_work or is_alone:
            raise


def _code_of(error: Exception) -> int:
    return error.exit_code if isinstance(error, Refusal) else 1


def worst(codes: Iterable[int]) -> int:
    """The exit code of several, first that applies (design.md)."""
    found = set(codes)
    return next(code for code in PRECEDENCE if code in found or code == 0)


def _materialise(opened: Passages, instance: "DagsterInstance") -> None:
    """First what has no month, which tells the months; then those where something has changed, in one run."""
    from dagster import ResourceDefinition

    from assets.definitions import definitions
    from assets.defs.partitions import SHOPS, range_tags

    instance.add_dynamic_partitions(str(SHOPS.name), list(opened.at_work))
    job = definitions(ResourceDefinition.hardcoded_resource(opened)).resolve_job_def("nightly")
    whole, monthly = _split(job)
    _execute(job, instance, whole, {})
    files = [key.path[-1] for key in monthly if key.path[0] == PUBLISHED and job.asset_layer.get(key).is_partitioned]
    months = sorted({month for passage in opened.at_work.values() for month in passage.changed_months(files)})
    names = list(opened.at_work)
    with opened.ahead(len(months)):
        _execute(job, instance, monthly, range_tags((months[0], months[-1]), (names[0], names[-1])))


def _split(job: "JobDefinition") -> tuple[list["AssetKey"], list["AssetKey"]]:
    """The job's assets before the first one that has months, and from there on."""
    graph = job.asset_layer.asset_graph
    monthly = {key for key in graph.materializable_asset_keys if graph.get(key).is_partitioned}
    for key in graph.toposorted_asset_keys:
        if graph.get(key).parent_keys & monthly:
            monthly.add(key)
    return [key for key in graph.materializable_asset_keys if key not in monthly], list(monthly)


def _execute(
    job: "JobDefinition", instance: "DagsterInstance", selection: list["AssetKey"], tags: dict[str, str]
) -> None:
    job.execute_in_process(instance=instance, asset_selection=selection, tags=tags, run_config=QUIET)


def _told(opened: Passages) -> dict[str, dict[str, dict[str, int | str]]]:
    return {shop: _figures(passage) for shop, passage in opened.at_work.items()}


def _figures(passage: Passage) -> dict[str, dict[str, int | str]]:
    return {step: summary.as_metadata() for step, summary in passage.told.items()}
