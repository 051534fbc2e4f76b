-- One row per touched sku, place and day with a move: what stands at the day's end, worth what its layers cost, first in, first out.
create or replace temp table new_positions as
with summed as (
    select
        item, entry, starts, ends, cost, sum((ends - starts) * cost) over (partition by item order by entry rows between unbounded preceding and current row) as cost_until
    from layers
),
closings as (
    select
        days.item, days.day, days.entry, cast(cast(days.level as decimal(18, 0)) * 0.001 as decimal(18, 3)) as quantity, coalesce(layers.ends, 0) - days.level as gone
    from (select item, moved_on as day, max(entry) as entry, max_by(level, rank) as level from levels group by item, moved_on) as days
    left join layers on layers.item = days.item and layers.entry = days.entry
),
standing as (
    select
        closings.item, closings.day, closings.quantity, gone_to.starts, gone_to.ends, gone_to.cost, gone_to.cost_until, closings.gone,
        last.cost_until as cost_in_all, last.cost as last_cost, following.cost as first_cost
    from closings
    asof left join summed as gone_to on gone_to.item = closings.item and gone_to.starts <= closings.gone
    left join summed as last on last.item = closings.item and last.entry = closings.entry
    left join summed as following on following.item = closings.item and following.entry = 1
),
valued as (
    select
        item, day, quantity,
        case
            when quantity > 0 then cast(cast(cost_in_all - (cost_until - (ends - gone) * cost) as decimal(38, 0)) * 0.000000001 as decimal(38, 9))
            else quantity * cast(cast(coalesce(last_cost, first_cost) as decimal(38, 0)) * 0.000001 as decimal(18, 6))
        end as "value",
        cost_in_all - (cost_until - (ends - gone) * cost) as exact, cast(abs(quantity) * 1000 as hugeint) as units, coalesce(last_cost, first_cost) as last_cost
    from standing
)
select
    touched.sku, touched.place, valued.day, valued.quantity,
    cast(cast(case when valued.quantity > 0 then (2 * exact + units) // (2 * units) else last_cost end as decimal(38, 0)) * 0.000001 as decimal(18, 6)) as unit_cost,
    cast(round(valued."value", 2) as decimal(18, 2)) as "value"
from valued
inner join touched on touched.item = valued.item;
