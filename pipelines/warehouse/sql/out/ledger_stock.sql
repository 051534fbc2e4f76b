-- One row per article and place that moved in the month or drifts: opening, moves by kind, closing, value, the shop's own figure.
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
articles as (
    select
        closing.sku, closing.place, coalesce(closing.opening, 0) as opening, coalesce(moves.received, 0) as received,
        coalesce(moves.restocked, 0) as restocked, coalesce(moves.issued, 0) as issued, closing.quantity as closing,
        closing.unit_cost, closing."value", closing.shop_quantity, closing.drift, closing.day
    from closing
    left join moves on moves.sku = closing.sku and moves.place = closing.place
)
select
    sku, place, cast(opening as decimal(18, 3)) as opening, cast(received as decimal(18, 3)) as received,
    cast(restocked as decimal(18, 3)) as restocked, cast(issued as decimal(18, 3)) as issued,
    cast(closing - opening - received - restocked - issued as decimal(18, 3)) as adjusted,
    cast(closing as decimal(18, 3)) as closing, unit_cost, "value", shop_quantity, drift
from articles
where day >= $first or coalesce(drift, 0) <> 0
order by sku, place
