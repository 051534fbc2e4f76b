"""Histories of goods for tests: sales, returns, receipts and counts put straight into the warehouse's tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from pipelines.warehouse import Warehouse

START = datetime(2026, 9, 1, 8)


@dataclass(frozen=True)
class Event:
    """One thing that happens to a sku, `hour` hours after the start; a return names the sale it undoes."""

    kind: str
    sku: str
    hour: int
    quantity: int
    cost: Decimal | None = None
    sale: int | None = None


def at(hour: int) -> datetime:
    return START + timedelta(hours=hour)


def put(warehouse: Warehouse, events: list[Event]) -> None:
    """Insert every event under the id its place in the list gives it."""
    put_numbered(warehouse, list(enumerate(events)))


def put_numbered(warehouse: Warehouse, events: list[tuple[int, Event]]) -> None:
    """Insert events in any order, under the ids they carry."""
    for number, event in events:
        INSERT[event.kind](warehouse, number, event)


def sale(warehouse: Warehouse, number: int, event: Event) -> None:
    when = at(event.hour)
    warehouse.connection.execute(
        """insert into core.orders by name
        select $id as order_id, $at as ordered_at, $at::date as ordered_on, 'FR' as country, $at as shipped_at, $at::date as shipped_on,
        'EUR' as currency, 'Envoyée' as status, 0 as net, 0 as vat, 0 as gross, 'f' as source_file, 1 as source_row""",
        {"id": order(number), "at": when},
    )
    warehouse.connection.execute(
        """insert into core.order_lines by name
        select $id as order_id, '1' as line_id, 'product' as line_type, $sku as sku, $sku as title, $quantity as quantity,
        20 as vat_rate, 0 as net, 0 as vat, 0 as gross, 'f' as source_file, 1 as source_row""",
        {"id": order(number), "sku": event.sku, "quantity": event.quantity},
    )


def returned(warehouse: Warehouse, number: int, event: Event, disposition: str | None = "restock") -> None:
    assert event.sale is not None
    warehouse.connection.execute(
        """insert into core.return_lines by name
        select $id as return_id, 1 as line_number, $order as order_id, $sku as sku, $quantity as quantity, $at as received_at,
        $at::date as received_on, $disposition as disposition, 'f' as source_file, 1 as source_row""",
        {
            "id": f"R{number}", "order": order(event.sale), "sku": event.sku, "quantity": event.quantity,
            "at": at(event.hour), "disposition": disposition,
        },
    )  # fmt: skip


def receipt(warehouse: Warehouse, number: int, event: Event) -> None:
    warehouse.connection.execute(
        "insert into core.stock_receipts select ?, ?, 'principal', ?, ?::date, ?, ?, 'f', 1",
        [f"B{number}", event.sku, at(event.hour), at(event.hour), event.quantity, event.cost],
    )


def counted(warehouse: Warehouse, number: int, event: Event) -> None:
    del number
    warehouse.connection.execute(
        "insert into core.stock_counts select ?, 'principal', ?, ?::date, ?, ?, 'f', 1",
        [event.sku, at(event.hour), at(event.hour), event.quantity, event.cost],
    )


def order(number: int) -> str:
    return f"BV-{number:04d}"


INSERT = {"sale": sale, "return": returned, "receipt": receipt, "count": counted}
