"""The keys of what is published: month and shop. They never change: `2026-10|ma-boutique`."""

import dagster as dg

SHOPS = dg.DynamicPartitionsDefinition(name="shops")
MONTHS = dg.MonthlyPartitionsDefinition("2000-01", fmt="%Y-%m", end_offset=1, timezone="Europe/Paris")
MONTHS_OF_SHOPS = dg.MultiPartitionsDefinition({"month": MONTHS, "shop": SHOPS})
RANGE_START, RANGE_END = "dagster/asset_partition_range_start", "dagster/asset_partition_range_end"


def range_tags(months: tuple[str, str], shops: tuple[str, str]) -> dict[str, str]:
    """The tags of a run over every month from the first to the last, of every shop from the first to the last."""
    return {RANGE_START: f"{months[0]}|{shops[0]}", RANGE_END: f"{months[1]}|{shops[1]}"}
