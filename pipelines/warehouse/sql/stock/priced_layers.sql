-- One row per touched move: an entry at its own cost, what leaves at the mean cost of the layers it draws on.
update core.stock_moves as moves
set unit_cost = priced.unit_cost
from (
    with summed as (
        select
            item, entry, starts, ends, cost,
            coalesce(sum((ends - starts) * cost) over (partition by item order by entry rows between unbounded preceding and 1 preceding), 0) as cost_before
        from layers
    ),
    leaving as (
        select
            levels.item, levels.move, coalesce(layers.ends, 0) - levels.level + levels.moved as opened_at, coalesce(layers.ends, 0) - levels.level as closed_at,
            coalesce(layers.ends, 0) - levels.level - 1 as last_at, layers.cost as last_cost, opening.cost as first_cost
        from levels
        left join layers on layers.item = levels.item and layers.entry = levels.entry
        left join layers as opening on opening.item = levels.item and opening.entry = 1
        where levels.moved < 0
    ),
    opened as (
        select leaving.*, summed.cost_before + (leaving.opened_at - summed.starts) * summed.cost as cost_at
        from leaving
        asof left join summed on summed.item = leaving.item and summed.starts <= leaving.opened_at
    ),
    drawn as (
        select
            opened.item, opened.move,
            case
                when summed.ends >= opened.closed_at
                    then (2 * (summed.cost_before + (opened.closed_at - summed.starts) * summed.cost - opened.cost_at) + opened.closed_at - opened.opened_at)
                        // (2 * (opened.closed_at - opened.opened_at))
                else coalesce(opened.last_cost, opened.first_cost)
            end as cost
        from opened
        asof left join summed on summed.item = opened.item and summed.starts <= opened.last_at
    ),
    told as (
        select item, move, cost from drawn
        union all
        select levels.item, levels.move, layers.cost
        from levels
        inner join layers on layers.item = levels.item and layers.entry = levels.entry
        where levels.moved > 0
    )
    select told.move, cast(cast(told.cost as decimal(38, 0)) * 0.000001 as decimal(18, 6)) as unit_cost
    from told
) as priced
where moves.rowid = priced.move;
