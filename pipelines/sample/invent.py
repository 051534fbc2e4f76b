"""Invents the shop's two months as tables of a schema of their own, `sample`."""

from dataclasses import asdict

from pipelines.sample.scale import Scale
from pipelines.warehouse import Warehouse

CHAPTERS = (
    "articles",
    "stories",
    "orders",
    "returns",
    "credit_notes",
    "refunds",
    "money",
    "stock",
    "faults",
)


def invent(warehouse: Warehouse, scale: Scale) -> None:
    """Fill the schema `sample` of this warehouse; nothing else of it is touched."""
    warehouse.run("sample/settings", **asdict(scale))
    for chapter in CHAPTERS:
        warehouse.run(f"sample/{chapter}")
