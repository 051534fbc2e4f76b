"""Stock from any history: units conserve, and what they are worth is its plain-Python twin, whatever comes first."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from pipelines.domain.shop import Shop
from pipelines.domain.shop.stock import Stock, Valuation
from pipelines.steps.count import count
from pipelines.warehouse import Warehouse
from tests.stock_drawn import Event, empty, put_numbered, rows
from tests.stock_twin import closings, first_in_first_out, in_order, weighted_average

DAY = date(2026, 10, 31)
SKUS = tuple(f"S{number:02d}" for number in range(16))
KEPT = ("stock_positions", "stock_moves", "stock_costs")
AVERAGE = Shop(stock=Stock())
FIRST = Shop(stock=Stock(valuation=Valuation.FIRST_IN_FIRST_OUT))
# A failing law names one sku and its own events, which is short; shrinking the others away would take minutes.
CHECKED = settings(max_examples=4, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])

costs = st.none() | st.integers(10_000, 99_999_999).map(lambda millionths: Decimal(millionths).scaleb(-6))
KINDS = ("sale", "sale", "sale", "given up", "return", "return", "receipt", "receipt", "count", "write_off")
things = st.tuples(
    st.sampled_from(KINDS), st.sampled_from(SKUS), st.integers(0, 40), st.integers(1, 6), costs, st.integers(0, 7)
)


@st.composite
def histories(draw: Callable[..., list[tuple[str, str, int, int, Decimal | None, int]]]) -> list[Event]:
    """Up to 200 events of 16 skus, many at the same instant; a return undoes some sale of its sku, a count stands alone at its hour."""
    events: list[Event] = []
    for kind, sku, hour, quantity, cost, pick in draw(st.lists(things, min_size=1, max_size=200)):
        sales = [number for number, event in enumerate(events) if (event.kind, event.sku) == ("sale", sku)]
        counts = {(event.sku, event.hour) for event in events if event.kind == "count"}
        if kind == "return" and sales:
            events.append(Event(kind, sku, hour, quantity, sale=sales[pick % len(sales)]))
        elif kind == "receipt" or (kind == "count" and (sku, hour) not in counts):
            events.append(Event(kind, sku, hour, quantity + pick if kind == "count" else quantity, cost))
        elif kind == "write_off":
            events.append(Event(kind, sku, hour, quantity))
        else:
            events.append(Event("sale", sku, hour, quantity, cancelled=hour + pick if kind == "given up" else None))
    return events


def counted(warehouse: Warehouse, events: list[tuple[int, Event]], shop: Shop) -> None:
    empty(warehouse)
    put_numbered(warehouse, events)
    count(warehouse, shop, DAY)


def lasts(warehouse: Warehouse) -> dict[object, tuple[object, ...]]:
    """By sku: the last quantity, unit cost and value."""
    found = rows(
        warehouse,
        "select sku, max_by(quantity, day), arg_max_null(unit_cost, day), arg_max_null(value, day) from core.stock_positions group by sku",
    )
    return {sku: last for sku, *last in found}


def own(events: list[Event], sku: str) -> list[tuple[int, Event]]:
    """What a failure shows: the events of the one sku that fails."""
    return in_order(events, sku)


@CHECKED
@given(events=histories())
def test_the_weighted_average_is_its_twin(opened, events):
    counted(opened, list(enumerate(events)), AVERAGE)
    for sku, (level, average, _) in lasts(opened).items():
        assert (level, average) == weighted_average(events, sku), own(events, sku)


@CHECKED
@given(events=histories())
def test_first_in_first_out_is_its_twin(opened, events):
    counted(opened, list(enumerate(events)), FIRST)
    for sku, (level, _, value) in lasts(opened).items():
        assert (level, value) == first_in_first_out(events, sku), own(events, sku)


@CHECKED
@given(events=histories(), kept=st.randoms(use_true_random=False))
def test_units_conserve_for_any_subset_in_any_order(opened, events, kept):
    """Opening + Σ moves = closing, day by day, whatever part of the history is told."""
    part = [event for event in events if event.sale is None and kept.random() < 0.8]
    told = list(enumerate(part))
    kept.shuffle(told)
    counted(opened, told, AVERAGE)
    found = rows(opened, "select sku, day, quantity from core.stock_positions order by all")
    assert {(sku, day): quantity for sku, day, quantity in found} == {
        (sku, day): level for sku in {event.sku for event in part} for day, level in closings(part, sku).items()
    }
    assert rows(opened, "select sku, sum(quantity) from core.stock_moves group by sku order by sku") == [
        (sku, last[0]) for sku, last in sorted(lasts(opened).items())
    ]


@settings(CHECKED, max_examples=2)
@given(events=histories(), cut=st.integers(0, 199), order=st.randoms(use_true_random=False))
def test_what_comes_later_and_in_any_order_ends_as_if_it_had_come_first(opened, events, cut, order):
    for shop in (AVERAGE, FIRST):
        numbered = list(enumerate(events))
        counted(opened, numbered, shop)
        at_once = [rows(opened, f"select * from core.{table} order by all") for table in KEPT]
        order.shuffle(numbered)
        counted(opened, numbered[:cut], shop)
        put_numbered(opened, numbered[cut:])
        count(opened, shop, DAY)
        assert [rows(opened, f"select * from core.{table} order by all") for table in KEPT] == at_once
