-- One row per article and place that moved in the month, drifts, stands apart or is on its way back: opening, moves by kind, closing, value, the shop's own figure.
with closing as (
    select
        sku, place, max_by(quantity, day) filter (where day < $first) as opening, max_by(quantity, day) as quantity, max_by(unit_cost, day) as unit_cost, max_by("value", day) as "value",
        max_by(shop_quantity, day) as shop_quantity, max_by(drift, day) as drift, max(day) as day
    from core.stock_positions
    where day <= $until
    group by sku, place
),
moves as (
    select
        sku, place, coalesce(sum(quantity) filter (where kind = 'restock'), 0) as restocked,
        coalesce(sum(quantity) filter (where kind not in ('restock', 'count', 'adjustment') and quantity > 0), 0) as received,
        coalesce(sum(quantity) filter (where kind not in ('restock', 'count', 'adjustment') and quantity < 0), 0) as issued
    from core.stock_moves
    where moved_on between $first and $until
    group by sku, place
),
apart as (
    select sku, place, sum(quantity) as quantity, sum("value") as "value", sum(write_down) as write_down
    from core.stock_apart
    where received_on <= $until
    group by sku, place
),
awaited as (
    select sku, place, sum(quantity) as quantity, sum("value") as "value"
    from core.stock_in_transit
    where announced_on <= $until and coalesce(received_on, date '9999-12-31') > $until
    group by sku, place
),
articles as (
    select
        closing.sku, closing.place, coalesce(closing.opening, 0) as opening, coalesce(moves.received, 0) as received,
        coalesce(moves.restocked, 0) as restocked, coalesce(moves.issued, 0) as issued, closing.quantity as closing,
        closing.unit_cost, closing."value", closing.shop_quantity, closing.drift, closing.day,
        apart.quantity as apart, apart."value" as apart_value, apart.write_down, awaited.quantity as awaited, awaited."value" as awaited_value,
        if(closing.quantity < 0, negatives.explanation, null) as explanation
    from closing
    left join moves on moves.sku = closing.sku and moves.place = closing.place
    left join apart on apart.sku = closing.sku and apart.place = closing.place
    left join awaited on awaited.sku = closing.sku and awaited.place = closing.place
    left join core.stock_negatives as negatives on negatives.sku = closing.sku and negatives.place = closing.place
)
select
    sku, place, cast(opening as decimal(18, 3)) as opening, cast(received as decimal(18, 3)) as received,
    cast(restocked as decimal(18, 3)) as restocked, cast(issued as decimal(18, 3)) as issued,
    cast(closing - opening - received - restocked - issued as decimal(18, 3)) as adjusted,
    cast(closing as decimal(18, 3)) as closing, unit_cost, "value", shop_quantity, drift,
    cast(apart as decimal(18, 3)) as apart, cast(apart_value as decimal(18, 2)) as apart_value, cast(write_down as decimal(18, 2)) as write_down,
    cast(awaited as decimal(18, 3)) as awaited, cast(awaited_value as decimal(18, 2)) as awaited_value, explanation
from articles
where day >= $first or coalesce(drift, 0) <> 0 or apart <> 0 or awaited <> 0
order by sku, place
