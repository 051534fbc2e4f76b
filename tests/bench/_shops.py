"""Invents a shop of N refund stories straight into a warehouse, with what is true of each: pairs, and the breaks it must raise."""

from pathlib import Path

from pipelines.warehouse import Warehouse

STORIES = Path(__file__).parent / "stories"


def invent(warehouse: Warehouse, orders: int, seed: int = 1) -> None:
    """`orders` stories, about one credit note and one refund each, and their truth in `true_pairs` and `true_breaks`."""
    for path in sorted(STORIES.glob("*.sql")):
        for statement in warehouse.connection.extract_statements(path.read_text(encoding="utf-8")):
            names = {"orders": orders, "seed": seed}
            warehouse.connection.execute(statement, {name: names[name] for name in statement.named_parameters})
