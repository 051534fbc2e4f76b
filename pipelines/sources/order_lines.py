"""What the shops' APIs share: an order's values, one record per line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.sources.source import Reading, Record

Values = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class OrderRead:
    """One order as a shop's API tells it: its own values, its lines, and the other names it goes by."""

    values: Values
    lines: tuple[Values, ...]
    states: tuple[tuple[str, str], ...] = field(default=())


def records(row: int, order: OrderRead) -> Iterator[Reading]:
    """One record per line of an order, then one per state it is known to have been in (status, instant)."""
    for line in order.lines:
        yield Record("orders", row, {**order.values, **line})
    for status, moment in order.states:
        yield Record("order_states", row, {"order_id": order.values["order_id"], "status": status, "at": moment})


def address(prefix: str, parts: Sequence[str | None]) -> dict[str, str | None]:
    """The columns of an address from street, second line, postcode, city and country; the second line follows the street."""
    street, more, postcode, city, country = parts
    joined = ", ".join(part for part in (street, more) if part) or None
    columns = (joined, postcode.lstrip("'") if postcode else None, city, country)
    return {
        f"{prefix}{name}": value
        for name, value in zip(("address", "postcode", "city", "country"), columns, strict=True)
    }
