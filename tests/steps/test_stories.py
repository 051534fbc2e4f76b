"""Three thousand invented stories whose truth is known: nothing false, nothing missed, every break seen under its name."""

from pipelines.domain.shop import Shop
from pipelines.steps.prove import prove
from pipelines.steps.reconcile import reconcile
from pipelines.warehouse import open_warehouse
from tests.bench._shops import invent
from tests.bench.reconcile import KINDS, TOTALS, judge, rows
from tests.tables import MONTH_END


def test_nothing_is_false_nothing_missed_and_every_break_is_seen_under_its_name():
    with open_warehouse() as warehouse:
        invent(warehouse, 3000, seed=11)
        reconcile(warehouse, Shop(), MONTH_END)
        prove(warehouse, Shop(), MONTH_END)
        warehouse.connection.execute("create temporary table found as from core.allocations where status = 'confirmed'")
        judge(warehouse)
        ((true, false, missed),) = rows(warehouse, TOTALS)
        kinds = rows(warehouse, KINDS)
    assert (true > 2900, false, missed) == (True, 0, 0)
    assert [row for row in kinds if row[3] or row[4]] == []
    assert len(kinds) == 20
