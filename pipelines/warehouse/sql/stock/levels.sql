-- One row per move of what is touched, in the order it happened: the level it leaves and how many entries came before it, itself included.
create or replace temp table levels as
with placed as (
    select
        touched.item, moves.move_id, moves.moved_on, epoch_us(moves.moved_at) as moved_us, moves.quantity, moves.unit_cost, moves.order_id, moves.kind,
        epoch_us(moves.moved_at) * 8
            + case moves.kind when 'count' then 0 when 'receipt' then 1 when 'restock' then 2 when 'cancellation' then 3 when 'write_off' then 4 else 5 end as turn
    from core.stock_moves as moves
    inner join touched on touched.sku = moves.sku and touched.place = moves.place
)
select
    item, move_id, moved_on, moved_us, quantity, unit_cost, order_id, kind,
    cast(sum(quantity) over history as decimal(18, 3)) as level, cast(sum(if(quantity > 0, quantity, 0)) over history as decimal(18, 3)) as came_in_all,
    cast(sum(if(quantity > 0, 1, 0)) over history as bigint) as entry
from placed
window history as (partition by item order by turn, move_id rows between unbounded preceding and current row);
