"""What goods are worth, in plain Python: the twin of the `.sql` files of `stock/`, one unit at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tests.stock_drawn import Event, at

MICRO, CENT = Decimal("0.000001"), Decimal("0.01")
TURNS = {"count": 0, "receipt": 1, "return": 2, "cancellation": 3, "write_off": 4, "sale": 5}
COMING = ("receipt", "return", "cancellation")


@dataclass
class Shelf:
    """One sku: the level, and what every entry so far cost."""

    level: int = 0
    averages: list[Decimal | None] = field(default_factory=lambda: [None])
    sold_at: dict[int, int] = field(default_factory=dict)


def identity(number: int, event: Event) -> str:
    return {
        "sale": f"sale:BV-{number:04d}",
        "return": f"restock:R{number}:",
        "receipt": f"receipt:B{number}:",
        "count": "count",
        "cancellation": f"cancellation:BV-{number:04d}:",
        "write_off": f"write_off:W{number}:",
    }[event.kind]


def in_order(events: Sequence[Event], sku: str) -> list[tuple[int, Event]]:
    """The sku's events as they count; a sale given up comes back whole, not before it was sold."""
    own = [(number, event) for number, event in enumerate(events) if event.sku == sku]
    undone = [
        (number, replace(event, kind="cancellation", hour=max(event.hour, event.cancelled), sale=number))
        for number, event in own
        if event.cancelled is not None
    ]
    return sorted([*own, *undone], key=lambda pair: (pair[1].hour, TURNS[pair[1].kind], identity(*pair)))


def moved_by(event: Event, level: int) -> int:
    """How many units an event adds to a level."""
    if event.kind == "count":
        return event.quantity - level
    return event.quantity if event.kind in COMING else -event.quantity


def closings(events: Sequence[Event], sku: str) -> dict[date, int]:
    """What stands at the end of each day with a move that changes something, or a count."""
    level, standing = 0, {}
    for _, event in in_order(events, sku):
        level += moved_by(event, level)
        standing[at(event.hour).date()] = level
    return standing


def half_up(value: Decimal, unit: Decimal) -> Decimal:
    return value.quantize(unit, rounding=ROUND_HALF_UP)


def weighted_average(events: Sequence[Event], sku: str) -> tuple[int, Decimal | None]:
    """Level and average cost at the end; every entry moves the average, nothing else does."""
    shelf = Shelf()
    for number, event in in_order(events, sku):
        moved = moved_by(event, shelf.level)
        if moved > 0:
            shelf.averages.append(_average(shelf, event, moved))
        shelf.level += moved
        if event.kind == "sale":
            shelf.sold_at[number] = len(shelf.averages) - 1
    known = [average for average in shelf.averages[1:2] if average is not None]
    return shelf.level, shelf.averages[-1] if shelf.averages[-1] is not None else next(iter(known), None)


def _average(shelf: Shelf, event: Event, moved: int) -> Decimal | None:
    now = shelf.averages[-1]
    cost = event.cost
    if cost is None and event.sale in shelf.sold_at:
        cost = shelf.averages[shelf.sold_at[event.sale]]
    cost = now if cost is None else cost
    if cost is None or now is None or shelf.level <= 0:
        return cost
    return half_up((shelf.level * now + moved * cost) / (shelf.level + moved), MICRO)


def first_in_first_out(events: Sequence[Event], sku: str) -> tuple[int, Decimal | None]:
    """Level and value at the end: the units that came first have left first."""
    entries, sales, gone, level = _queue(events, sku)
    costs = [event.cost for _, event in entries]
    starts = [sum(quantity for quantity, _ in entries[:place]) for place in range(len(entries) + 1)]
    while _resolve(costs, entries, starts, sales):
        pass
    for place, cost in enumerate(costs):
        before = [known for known in costs[:place] if known is not None]
        costs[place] = cost if cost is not None else before[-1] if before else None
    costs = [
        cost if cost is not None else next((known for known in costs if known is not None), None) for cost in costs
    ]
    if not costs or costs[-1] is None:
        return level, None
    if level <= 0:
        return level, half_up(level * costs[-1], CENT)
    units = [cost for (quantity, _), cost in zip(entries, costs, strict=True) for _ in range(quantity)]
    return level, half_up(sum((unit or Decimal(0) for unit in units[gone:]), Decimal(0)), CENT)


def _queue(events: Sequence[Event], sku: str) -> tuple[list[tuple[int, Event]], dict[int, range], int, int]:
    entries: list[tuple[int, Event]] = []
    sales: dict[int, range] = {}
    gone = level = 0
    for number, event in in_order(events, sku):
        moved = moved_by(event, level)
        if moved > 0:
            entries.append((moved, event))
        if event.kind == "sale":
            sales[number] = range(gone, gone + event.quantity)
        gone -= min(moved, 0)
        level += moved
    return entries, sales, gone, level


def _resolve(
    costs: list[Decimal | None], entries: list[tuple[int, Event]], starts: list[int], sales: dict[int, range]
) -> bool:
    found = dict(_drawn(costs, entries, starts, sales))
    for place, cost in found.items():
        costs[place] = cost
    return bool(found)


def _drawn(
    costs: list[Decimal | None], entries: list[tuple[int, Event]], starts: list[int], sales: dict[int, range]
) -> Iterator[tuple[int, Decimal]]:
    units = [costs[place] for place, (quantity, _) in enumerate(entries) for _ in range(quantity)]
    for place, (_, event) in enumerate(entries):
        drawn = sales.get(event.sale) if event.sale is not None else None
        if costs[place] is None and drawn and drawn.stop <= len(units):
            paid = [unit for unit in units[drawn.start : drawn.stop] if unit is not None]
            if len(paid) == len(drawn):
                yield place, half_up(sum(paid, Decimal(0)) / len(drawn), MICRO)
