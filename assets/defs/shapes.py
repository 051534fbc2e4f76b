"""The two shapes an asset takes here: a file or table of every month and shop, or one of several tables of one step."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import dagster as dg

from assets.defs.partitions import MONTHS_OF_SHOPS
from assets.passages import Passages, Told

Made = dg.MaterializeResult[None]
Shops = dg.ResourceParam[Passages]


def month_asset(name: str, *after: str) -> Callable[[Callable[..., Made]], dg.AssetsDefinition]:
    """An asset `layer/noun` of every month of every shop, several of them in one run."""
    return dg.asset(
        key=name.split("/"),
        deps=[table.split("/") for table in after],
        group_name=name.partition("/")[0],
        partitions_def=MONTHS_OF_SHOPS,
        backfill_policy=dg.BackfillPolicy.single_run(),
    )


def table_specs(group: str, tables: Mapping[str, str], *after: str) -> list[dg.AssetSpec]:
    """One asset per table `layer/noun`, with its sentence, after other tables."""
    deps = [dg.AssetKey(name.split("/")) for name in after]
    return [
        dg.AssetSpec(table.split("/"), deps=deps, group_name=group, description=sentence)
        for table, sentence in tables.items()
    ]


def made(specs: Sequence[dg.AssetSpec], passages: Passages, told: Told) -> Iterator[Made]:
    """Say of each table how many rows it holds, beside what the step said."""
    for spec in specs:
        metadata: dict[str, Any] = {"dagster/row_count": passages.row_count(".".join(spec.key.path)), **told}
        yield dg.MaterializeResult(asset_key=spec.key, metadata=metadata)
