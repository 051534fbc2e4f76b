-- One row per touched sku, place and day with a move: what stands at the day's end and what it is worth on average.
create or replace temp table new_positions as
with closings as (
    select item, moved_on as day, max(entry) as entry, cast(cast(max_by(level, rank) as decimal(18, 0)) * 0.001 as decimal(18, 3)) as quantity
    from levels
    group by item, moved_on
),
valued as (
    select
        closings.item, closings.day, closings.quantity,
        cast(cast(coalesce(costs.average, following.cost) as decimal(38, 0)) * 0.000001 as decimal(18, 6)) as unit_cost
    from closings
    left join costs on costs.item = closings.item and costs.entry = closings.entry
    left join costs as following on following.item = closings.item and following.entry = 1
)
select
    touched.sku, touched.place, valued.day, valued.quantity, valued.unit_cost,
    cast(round(cast(valued.quantity as decimal(18, 3)) * valued.unit_cost, 2) as decimal(18, 2)) as "value"
from valued
inner join touched on touched.item = valued.item;
