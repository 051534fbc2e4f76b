-- One row per layer without a cost of its own whose sale drew on known layers only: it comes back at what it left for, half up.
create or replace temp table summed_layers as
select
    item, entry, starts, ends, coalesce(cost, 0) as cost, if(cost is null, 1, 0) as unknown,
    coalesce(sum((ends - starts) * coalesce(cost, 0)) over earlier, 0) as cost_before, coalesce(sum(if(cost is null, 1, 0)) over earlier, 0) as unknown_before
from layers
window earlier as (partition by item order by entry rows between unbounded preceding and 1 preceding);

create or replace temp table drawn_costs as
with asked as (
    select item, entry, drawn_from, drawn_until, drawn_until - 1 as last_drawn from layers where cost is null and drawn_until is not null
),
opened as (
    select asked.*, first.starts as first_starts, first.cost as first_cost, first.cost_before as first_before, first.unknown_before as first_unknown
    from asked
    asof inner join summed_layers as first on first.item = asked.item and first.starts <= asked.drawn_from
)
select
    opened.item, opened.entry,
    (2 * (last.cost_before + (opened.drawn_until - last.starts) * last.cost - opened.first_before - (opened.drawn_from - opened.first_starts) * opened.first_cost)
        + opened.drawn_until - opened.drawn_from) // (2 * (opened.drawn_until - opened.drawn_from)) as cost
from opened
asof inner join summed_layers as last on last.item = opened.item and last.starts <= opened.last_drawn
where last.ends >= opened.drawn_until and last.unknown_before + last.unknown - opened.first_unknown = 0;

update layers set cost = drawn_costs.cost from drawn_costs where drawn_costs.item = layers.item and drawn_costs.entry = layers.entry;

select count(*) from drawn_costs
