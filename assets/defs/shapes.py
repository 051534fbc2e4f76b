"""The two shapes an asset takes here: a file or table of every month and shop, or one of several tables of one step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

import dagster as dg

from assets.defs.partitions import MONTHS_OF_SHOPS
from assets.passages import Passages, Told

Made = dg.MaterializeResult[None]
Shops = dg.ResourceParam[Passages]
EVERY_NIGHT = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=30), warn_window=timedelta(hours=26))
"""What is late after a night that did not run."""


def month_asset(name: str, *after: str) -> Callable[[Callable[..., Made]], dg.AssetsDefinition]:
    """An asset `layer/noun` of every month of every shop, several of them in one run."""
    return _asset(name, after, MONTHS_OF_SHOPS)


def whole_asset(name: str, *after: str) -> Callable[[Callable[..., Made]], dg.AssetsDefinition]:
    """An asset `layer/noun` of the whole history of every shop."""
    return _asset(name, after, None)


def table_specs(group: str, tables: Mapping[str, str], *after: str) -> list[dg.AssetSpec]:
    """One asset per table `layer/noun`, with its sentence, after other tables."""
    return [_spec(table, after, group, sentence) for table, sentence in tables.items()]


def _asset(
    name: str, after: Sequence[str], partitions: dg.PartitionsDefinition[str] | None
) -> Callable[[Callable[..., Made]], dg.AssetsDefinition]:
    def of(function: Callable[..., Made]) -> dg.AssetsDefinition:
        spec = _spec(name, after, name.partition("/")[0], function.__doc__ or "")
        return dg.multi_asset(
            specs=[spec],
            name=name.replace("/", "__"),
            partitions_def=partitions,
            backfill_policy=dg.BackfillPolicy.single_run() if partitions else None,
        )(function)

    return of


def _spec(name: str, after: Sequence[str], group: str, sentence: str) -> dg.AssetSpec:
    deps = [dg.AssetKey(table.split("/")) for table in after]
    return dg.AssetSpec(
        name.split("/"), deps=deps, group_name=group, description=sentence, freshness_policy=EVERY_NIGHT
    )


def made(specs: Sequence[dg.AssetSpec], passages: Passages, told: Told) -> Iterator[Made]:
    """Say of each table how many rows it holds, beside what the step said."""
    for spec in specs:
        metadata: dict[str, Any] = {"dagster/row_count": passages.row_count(".".join(spec.key.path)), **told}
        yield dg.MaterializeResult(asset_key=spec.key, metadata=metadata)
