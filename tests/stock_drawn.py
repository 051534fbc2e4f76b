"""Histories of goods for tests: sales, returns, receipts, counts and write-offs put straight into the warehouse's tables."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from pipelines.warehouse import Warehouse

START = datetime(2026, 9, 1, 8)
DRAWN = """
create or replace temp table drawn as
select
    unnest($kinds::varchar[]) as kind, unnest($numbers::integer[]) as number, unnest($skus::varchar[]) as sku, unnest($times::timestamp[]) as happened_at,
    unnest($quantities::integer[]) as quantity, unnest($costs::varchar[])::decimal(18, 6) as cost, unnest($sales::integer[]) as sale,
    unnest($cancelled::timestamp[]) as cancelled_at
"""
PLACED = """
insert into core.orders by name
select
    format('BV-{:04d}', number) as order_id, happened_at as ordered_at, happened_at::date as ordered_on, 'FR' as country, if(cancelled_at is null, happened_at, null) as shipped_at,
    if(cancelled_at is null, happened_at::date, null) as shipped_on, 'EUR' as currency, if(cancelled_at is null, 'Envoyée', 'Annulée') as status, cancelled_at as updated_at,
    0 as net, 0 as vat, 0 as gross, 'f' as source_file, 1 as source_row
from drawn where kind = 'sale';
insert into core.order_lines by name
select
    format('BV-{:04d}', number) as order_id, '1' as line_id, 'product' as line_type, sku, sku as title, quantity, 20 as vat_rate,
    0 as net, 0 as vat, 0 as gross, 'f' as source_file, 1 as source_row
from drawn where kind = 'sale';
insert into core.returns by name
select
    'R' || number as return_id, format('BV-{:04d}', sale) as order_id, happened_at as notified_at, happened_at::date as notified_on, 'f' as source_file, 1 as source_row
from drawn where kind in ('return', 'announced');
insert into core.return_lines by name
select
    'R' || number as return_id, 1 as line_number, format('BV-{:04d}', sale) as order_id, sku, quantity, if(kind = 'return', happened_at, null) as received_at,
    if(kind = 'return', happened_at::date, null) as received_on, if(kind = 'return', 'restock', null) as disposition, 'f' as source_file, 1 as source_row
from drawn where kind in ('return', 'announced');
insert into core.stock_receipts select 'B' || number, sku, 'principal', happened_at, happened_at::date, quantity, cost, 'f', 1 from drawn where kind = 'receipt';
insert into core.stock_counts select sku, 'principal', happened_at, happened_at::date, quantity, cost, 'f', 1 from drawn where kind = 'count';
insert into core.stock_writeoffs select sku, 'principal', happened_at, happened_at::date, quantity, 'casse', 'W' || number, 'f', 1 from drawn where kind = 'write_off';
"""
SOURCES = (
    "decisions",
    "orders",
    "order_lines",
    "order_states",
    "returns",
    "return_lines",
    "stock_receipts",
    "stock_counts",
    "stock_writeoffs",
)
DERIVED = ("stock_positions", "stock_moves", "stock_costs", "stock_apart", "stock_in_transit", "stock_negatives")


@dataclass(frozen=True)
class Event:
    """One thing that happens to a sku, `hour` hours after the start; a return, come or announced, names the sale it undoes, a sale given up says when."""

    kind: str
    sku: str
    hour: int
    quantity: int
    cost: Decimal | None = None
    sale: int | None = None
    cancelled: int | None = None


def empty(warehouse: Warehouse) -> None:
    """No history, and nothing made of one."""
    for table in (*SOURCES, *DERIVED):
        warehouse.connection.execute(f"delete from core.{table}")


def rows(warehouse: Warehouse, sql: str) -> list[tuple[object, ...]]:
    return warehouse.connection.execute(sql).fetchall()


def at(hour: int) -> datetime:
    return START + timedelta(hours=hour)


def put(warehouse: Warehouse, events: list[Event]) -> None:
    """Insert every event under the id its place in the list gives it."""
    put_numbered(warehouse, list(enumerate(events)))


def put_numbered(warehouse: Warehouse, events: list[tuple[int, Event]]) -> None:
    """Insert events in any order, under the ids they carry."""
    told = {
        "kinds": [event.kind for _, event in events],
        "numbers": [number for number, _ in events],
        "skus": [event.sku for _, event in events],
        "times": [at(event.hour) for _, event in events],
        "quantities": [event.quantity for _, event in events],
        "costs": [None if event.cost is None else str(event.cost) for _, event in events],
        "sales": [event.sale for _, event in events],
        "cancelled": [None if event.cancelled is None else at(event.cancelled) for _, event in events],
    }
    warehouse.connection.execute(DRAWN, told)
    warehouse.connection.execute(PLACED)


def returned(warehouse: Warehouse, number: int, event: Event, disposition: str | None) -> None:
    """Insert a return whose goods are judged otherwise than for resale, or not at all."""
    put_numbered(warehouse, [(number, event)])
    warehouse.connection.execute(
        "update core.return_lines set disposition = $disposition where return_id = $id",
        {"disposition": disposition, "id": f"R{number}"},
    )
