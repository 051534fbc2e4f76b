-- One row per touched move: an entry at its own cost, what leaves at the average of the moment.
update core.stock_moves as moves
set unit_cost = priced.unit_cost
from (
    select
        levels.move,
        cast(cast(if(levels.moved > 0, costs.cost, coalesce(costs.average, opening.cost)) as decimal(38, 0)) * 0.000001 as decimal(18, 6)) as unit_cost
    from levels
    left join costs on costs.item = levels.item and costs.entry = levels.entry
    left join costs as opening on opening.item = levels.item and opening.entry = 1
) as priced
where moves.rowid = priced.move;
