"""A hundred thousand stories of refunds: what is found, what is false, what is missed, beside a merge by hand."""

from pathlib import Path
import resource
from tempfile import TemporaryDirectory
from time import process_time

from pipelines.domain.shop import Shop
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import Warehouse, open_warehouse
from tests.bench._shops import invent
from tests.tables import MONTH_END

STORIES = 100_000
BARE_JOIN = """
select count(*) from core.refunds as refunds
left join core.payments as payments using (provider, payment_id)
left join core.credit_notes as by_payment on by_payment.order_id = payments.order_id and by_payment.gross = refunds.gross
left join core.credit_notes as by_order on by_order.order_id = refunds.order_reference and by_order.gross = refunds.gross
left join core.credit_notes as by_number on by_number.credit_note_number = refunds.credit_note_number
"""
FALSE = """
select count(*) from found left join true_pairs using (credit_note_number, refund_id) where coalesce(true_pairs.status, '') <> 'confirmed'
"""
MISSED = """
select count(*) from true_pairs left join found using (credit_note_number, refund_id) where true_pairs.status = 'confirmed' and found.refund_id is null
"""
UNSEEN = """
select count(*) from true_breaks as truth where kind is not null and not exists (
    select 1 from core.breaks as breaks where breaks.kind = truth.kind
        and (breaks.order_id = truth.order_id or starts_with(breaks.refund_id, 're_' || truth.number || '_')))
"""


def bench() -> str:
    with (
        TemporaryDirectory() as folder,
        open_warehouse(Path(folder) / "bench.duckdb", threads=2, memory="2GB") as warehouse,
    ):
        invent(warehouse, STORIES)
        started = process_time()
        reconcile(warehouse, Shop(), MONTH_END)
        prove(warehouse, Shop(), MONTH_END)
        ours = process_time() - started
        started = process_time()
        number(warehouse, BARE_JOIN)
        bare = process_time() - started
        warehouse.connection.execute(
            "create temporary view found as select * from core.allocations where status = 'confirmed'"
        )
        told = f"false {number(warehouse, FALSE)}, missed {number(warehouse, MISSED)}, breaks unseen {number(warehouse, UNSEEN)}"
        by_hand(warehouse)
        baseline = f"false {number(warehouse, FALSE)}, missed {number(warehouse, MISSED)}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"reconcile + prove, {STORIES} stories: {ours:.1f} s of processor ({ours / bare:.0f} × a bare join), {peak} MB; {told}; merged by hand: {baseline}"


def by_hand(warehouse: Warehouse) -> None:
    """As people do it: merge on payment, order and amount, then on amount alone, first come first served."""
    import pandas as pd

    def frame(text: str) -> pd.DataFrame:
        found = warehouse.connection.execute(text)
        return pd.DataFrame(found.fetchall(), columns=[column[0] for column in found.description])

    notes = frame("select credit_note_number, order_id, (gross * 100)::bigint as cents from core.credit_notes")
    refunds = frame("""select refund_id, coalesce(payments.order_id, order_reference) as order_id, (gross * 100)::bigint as cents
        from core.refunds left join core.payments using (provider, payment_id) where type = 'refund'""")
    first = (
        notes.merge(refunds, on=["order_id", "cents"])
        .drop_duplicates("refund_id")
        .drop_duplicates("credit_note_number")
    )
    left = (
        notes[~notes.credit_note_number.isin(first.credit_note_number)],
        refunds[~refunds.refund_id.isin(first.refund_id)],
    )
    second = left[0].merge(left[1], on="cents").drop_duplicates("refund_id").drop_duplicates("credit_note_number")
    pairs = pd.concat([first, second])[["credit_note_number", "refund_id"]]
    warehouse.connection.execute("drop view found")
    warehouse.connection.register("found", pairs)


def number(warehouse: Warehouse, text: str) -> int:
    row = warehouse.connection.execute(text).fetchone()
    assert row is not None
    return int(row[0])
