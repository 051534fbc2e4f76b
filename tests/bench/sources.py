"""A provider's export of a million rows, beside what DuckDB needs to read it as text and to write it."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from pipelines.domain.folder import ShopFolder
from pipelines.domain.shop import Shop
from pipelines.steps.ingest import ingest
from pipelines.warehouse import open_warehouse

ROWS = 1_000_000
EXPORT = """
copy (
    select
        'po_' || i // 500 as automatic_payout_id, 'txn_' || i as balance_transaction_id,
        strftime(timestamp '2026-01-01' + to_seconds(i * 30), '%Y-%m-%d %H:%M:%S') as created_utc,
        strftime(timestamp '2026-01-03' + to_seconds(i * 30), '%Y-%m-%d %H:%M:%S') as available_on_utc, 'eur' as currency,
        cast(case when i % 10 = 0 then -(i % 9000 + 100) else i % 9000 + 100 end * 0.01 as decimal(18, 2)) as gross,
        cast(case when i % 10 = 0 then 0 else 0.25 end as decimal(18, 2)) as fee,
        cast(case when i % 10 = 0 then -(i % 9000 + 100) else i % 9000 + 75 end * 0.01 as decimal(18, 2)) as net,
        case when i % 10 = 0 then 'refund' else 'charge' end as reporting_category,
        case when i % 10 = 0 then 're_' else 'ch_' end || i as source_id, 'Order ' || i as description,
        'ch_' || i - i % 10 as charge_id, 'pi_' || i - i % 10 as payment_intent_id,
        'client' || i % 70000 || '@exemple.fr' as customer_email, 'card' as payment_method_type, 'visa' as card_brand
    from range(1, $rows + 1) as numbers (i)
) to '$path' (header, delimiter ',')
"""
AS_TEXT = (
    "create table bare as from read_csv(?, all_varchar = true, delim = ',', quote = '\"', escape = '\"', header = true)"
)


def bench() -> str:
    with TemporaryDirectory() as name:
        folder = ShopFolder(Path(name))
        folder.inbox.mkdir(parents=True)
        path = folder.inbox / "stripe.csv"
        with open_warehouse() as warehouse:
            warehouse.connection.execute(EXPORT.replace("$rows", str(ROWS)).replace("$path", str(path)))
        bare = _timed(Path(name) / "bare.duckdb", lambda warehouse: warehouse.connection.execute(AS_TEXT, [str(path)]))
        ours = _timed(Path(name) / "ours.duckdb", lambda warehouse: ingest(warehouse, Shop(), folder))
    wall, processor = (mine / theirs for mine, theirs in zip(ours, bare, strict=True))
    return f"a provider's CSV of {ROWS} rows: {ours[0]:.1f} s, {wall:.1f} × DuckDB reading it as text and writing it ({processor:.1f} × its processor time)"


def _timed(path, work) -> tuple[float, float]:
    """Seconds by the clock and of processor."""
    with open_warehouse(path, threads=2, memory="2GB") as warehouse:
        started = perf_counter(), process_time()
        work(warehouse)
        warehouse.connection.execute("checkpoint")
        return perf_counter() - started[0], process_time() - started[1]
