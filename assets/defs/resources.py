"""Opens the shops of a run, for as long as it lasts."""

from collections.abc import Iterator

import dagster as dg

from assets.defs.partitions import RANGE_END, RANGE_START
from assets.home import shop_roots
from assets.passages import Asked, Passages, passages

CONFIG = {
    "as_of": dg.Field(str, default_value="", description="Arrêté au, AAAA-MM-JJ (aujourd'hui si vide)."),
    "documents": dg.Field(str, default_value="", description="Les PDF à produire : none, AAAA-MM, all."),
}


@dg.resource(config_schema=CONFIG, description="Les boutiques du passage, chacune ouverte et verrouillée.")
def passages_of_run(context: dg.InitResourceContext) -> Iterator[Passages]:
    """The shops named by the run's partition keys, or all of them."""
    from datetime import date

    tags = context.run.tags if context.run else {}
    shops = {tags[tag].partition("|")[2] for tag in ("dagster/partition", RANGE_START, RANGE_END) if tag in tags}
    config = context.resource_config
    day = date.fromisoformat(config["as_of"]) if config["as_of"] else None
    with passages(shop_roots(shops), Asked(day, config["documents"])) as opened:
        yield opened
