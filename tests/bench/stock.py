"""Ten million moves of stock: every position and what it is worth, then what one late receipt costs."""

from pathlib import Path
import resource
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from pipelines.domain.shop.stock import Valuation
from pipelines.steps.count import value
from pipelines.warehouse import Warehouse, open_warehouse

MOVES, ARTICLES = 10_000_000, 20_000
WHOLE, LATE, MEMORY = 30, 1, 4096
DRAWN = """
insert into core.stock_moves by name
with drawn as (
    select number, hash(number, 'kind') % 100 as kind, (hash(number) % $articles) * (hash(number, 'rank') % $articles) // $articles as article
    from range($moves) as numbers(number)
)
select
    case when kind < 85 then 'sale:BV-' || number || ':1' when kind < 95 then 'restock:R' || number else 'receipt:B' || number end as move_id,
    'SKU-' || article as sku, 'principal' as place, case when kind < 85 then 'sale' when kind < 95 then 'restock' else 'receipt' end as kind,
    timestamp '2024-01-01' + to_seconds((hash(number, 'instant') % 63072000)::bigint) as moved_at, moved_at::date as moved_on,
    case when kind < 85 then -1 when kind < 95 then 1 else 15 end as quantity,
    if(kind >= 95, (1000 + hash(number, 'cost') % 900) * 0.01, null)::decimal(18, 6) as told_cost,
    case when kind < 85 then 'BV-' || number when kind < 95 then 'BV-' || (number - 7) end as order_id
from drawn;
"""
ALL_TOUCHED = "select row_number() over () as item, sku, place from (select distinct sku, place from core.stock_moves) as articles"
ONE_TOUCHED = "select 1 as item, 'SKU-1' as sku, 'principal' as place"
LATE_RECEIPT = """
insert into core.stock_moves by name
select 'receipt:late' as move_id, 'SKU-1' as sku, 'principal' as place, 'receipt' as kind, timestamp '2024-02-01' as moved_at,
    date '2024-02-01' as moved_on, 7 as quantity, 3.5 as told_cost
"""


def bench() -> str:
    """Both valuations; the weighted average, which is the default, holds its floor."""
    average, late, memory = _valued(Valuation.WEIGHTED_AVERAGE)
    layers, late_layers, _ = _valued(Valuation.FIRST_IN_FIRST_OUT)
    assert average[0] <= WHOLE, average
    assert late[0] <= LATE, late
    assert memory <= MEMORY, memory
    return (
        f"stock, {MOVES} moves: CUMP {_told(average)}, {memory} MB, a late receipt {_told(late)}; "
        f"FIFO {_told(layers)}, a late receipt {_told(late_layers)}"
    )


def _valued(valuation: Valuation) -> tuple[tuple[float, float], tuple[float, float], int]:
    with (
        TemporaryDirectory() as folder,
        open_warehouse(Path(folder) / "bench.duckdb", threads=2, memory="3GB") as warehouse,
    ):
        warehouse.connection.execute(DRAWN, {"moves": MOVES, "articles": ARTICLES})
        warehouse.connection.execute("checkpoint")
        whole = _timed(warehouse, valuation, ALL_TOUCHED)
        warehouse.connection.execute(LATE_RECEIPT)
        late = _timed(warehouse, valuation, ONE_TOUCHED)
        return whole, late, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _timed(warehouse: Warehouse, valuation: Valuation, touched: str) -> tuple[float, float]:
    """Seconds on the wall and of processor."""
    warehouse.connection.execute(f"create or replace temp table touched as {touched}")
    wall, processor = perf_counter(), process_time()
    with warehouse.transaction():
        value(warehouse, valuation)
    return perf_counter() - wall, process_time() - processor


def _told(spent: tuple[float, float]) -> str:
    return f"{spent[0]:.1f} s ({spent[1]:.1f} s of processor)"
