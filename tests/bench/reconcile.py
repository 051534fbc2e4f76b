"""A hundred thousand stories of refunds, several times, then a million: found, false, missed, seen, unseen; beside a merge by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
import os
from pathlib import Path
import resource
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from pipelines.domain.shop import Shop
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import Warehouse, open_warehouse
from tests.bench._by_hand import by_hand
from tests.bench._shops import invent
from tests.tables import MONTH_END

SHOPS = [(1, 100_000), (2, 100_000), (3, 100_000), (4, 1_000_000)]
VERDICTS = (Path(__file__).parent / "_verdicts.sql").read_text(encoding="utf-8")
BARE_JOIN = """
select count(*) from core.refunds as refunds
left join core.payments as payments using (provider, payment_id)
left join core.credit_notes as by_payment on by_payment.order_id = payments.order_id and by_payment.gross = refunds.gross
left join core.credit_notes as by_order on by_order.order_id = refunds.order_reference and by_order.gross = refunds.gross
left join core.credit_notes as by_number on by_number.credit_note_number = refunds.credit_note_number
"""
RULES = """
select rule, count(*) filter (where is_true), count(*) filter (where not is_true) from judged_pairs group by rule order by 2 desc, rule
"""
STORIES = """
select truth.story, count(*), count(missed.refund_id)
from true_pairs as truth
left join missed_pairs as missed on missed.credit_note_number = truth.credit_note_number and missed.refund_id = truth.refund_id
where truth.status = 'confirmed' group by truth.story having count(missed.refund_id) > 0 order by 3 desc, 1
"""
KINDS = """
select
    kind, count(*) filter (where is_injected), count(*) filter (where is_injected and is_seen),
    count(*) filter (where is_injected and not is_seen), count(*) filter (where is_seen and not is_due)
from judged_breaks group by kind order by kind
"""
TOTALS = """
select
    (select count(*) filter (where is_true) from judged_pairs), (select count(*) filter (where not is_true) from judged_pairs),
    (select count(*) from missed_pairs)
"""


def bench() -> str:
    shops = [shop for shop in SHOPS if shop[1] <= int(os.environ.get("LETTRAGE_BENCH", SHOPS[-1][1]))]
    return "\n".join(line for seed, stories in shops for line in measured(seed, stories))


def measured(seed: int, stories: int) -> Iterator[str]:
    """One shop: the speed, then each rule and each kind, then the baseline."""
    with invented(seed, stories) as warehouse:
        yield f"reconcile + prove, seed {seed}: {speed(warehouse)}"
        warehouse.connection.execute("create temporary table found as from core.allocations where status = 'confirmed'")
        judge(warehouse)
        yield f"  pairs: {told(warehouse)}"
        yield from (f"    {rule}: {true} true, {false} false" for rule, true, false in rows(warehouse, RULES))
        yield from (
            f"    story {story}: {missed} missed of {pairs}" for story, pairs, missed in rows(warehouse, STORIES)
        )
        for kind, injected, seen, unseen, others in rows(warehouse, KINDS):
            yield f"  {kind}: {injected} injected, {seen} seen, {unseen} unseen, {others} besides"
        by_hand(warehouse)
        judge(warehouse)
        yield f"  merged by hand: {told(warehouse)}"


@contextmanager
def invented(seed: int, stories: int) -> Iterator[Warehouse]:
    with (
        TemporaryDirectory() as folder,
        open_warehouse(Path(folder) / "bench.duckdb", threads=2, memory="1500MB") as warehouse,
    ):
        invent(warehouse, stories, seed)
        warehouse.connection.execute("checkpoint")
        yield warehouse


def speed(warehouse: Warehouse) -> str:
    """The whole engine, then a night with nothing new, against a bare join of the same rows."""
    first, first_wall = timed(lambda: (reconcile(warehouse, Shop(), MONTH_END), prove(warehouse, Shop(), MONTH_END)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    again, _ = timed(lambda: (reconcile(warehouse, Shop(), MONTH_END), prove(warehouse, Shop(), MONTH_END)))
    bare, _ = timed(lambda: rows(warehouse, BARE_JOIN))
    notes, refunds = warehouse.row_count("core.credit_notes"), warehouse.row_count("core.refunds")
    return (
        f"{notes} credit notes, {refunds} movements in {first:.1f} s of processor ({first_wall:.1f} s on the clock), "
        f"{first / bare:.0f} × a bare three-pass join, {peak} MB; with nothing new {again:.1f} s"
    )


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of processor, seconds on the clock."""
    clock, processor = perf_counter(), process_time()
    work()
    return process_time() - processor, perf_counter() - clock


def judge(warehouse: Warehouse) -> None:
    for statement in warehouse.connection.extract_statements(VERDICTS):
        warehouse.connection.execute(statement)


def told(warehouse: Warehouse) -> str:
    true, false, missed = rows(warehouse, TOTALS)[0]
    return (
        f"{true} true, {false} false, {missed} missed of {true + missed} ({100 * true / (true + missed):.2f} % found)"
    )


def rows(warehouse: Warehouse, text: str) -> list[tuple[Any, ...]]:
    return warehouse.connection.execute(text).fetchall()
