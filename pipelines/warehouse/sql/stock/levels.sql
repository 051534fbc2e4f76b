-- One row per move of what is touched, in the order it happened, then of its id: thousandths moved, the level it leaves, how many entries came before it, itself included.
create or replace temp table levels as
with placed as (
    select
        touched.item, moves.move_id, moves.moved_on, cast(moves.quantity * 1000 as bigint) as moved, cast(moves.told_cost * 1000000 as bigint) as cost,
        moves.kind = 'sale' as is_sale, moves.rowid as move,
        epoch_us(moves.moved_at) * 8
            + case moves.kind when 'count' then 0 when 'receipt' then 1 when 'restock' then 2 when 'cancellation' then 3 when 'write_off' then 4 else 5 end as turn
    from core.stock_moves as moves
    inner join touched on touched.sku = moves.sku and touched.place = moves.place
)
select
    item, turn, move, moved_on, moved, cost, is_sale,
    row_number() over history as rank, cast(sum(moved) over history as bigint) as level, cast(sum(if(moved > 0, 1, 0)) over history as bigint) as entry
from placed
window history as (partition by item order by turn, move_id rows between unbounded preceding and current row);
