-- One row per entry of goods: thousandths on hand before it, thousandths that came, what one cost in millionths if the source says, else the entry its sale drew on.
create or replace temp table entries as
with came as (
    select levels.item, levels.entry, levels.level, levels.moved, moves.move_id, moves.moved_at, moves.unit_cost, if(moves.kind in ('restock', 'cancellation'), moves.order_id, null) as order_id
    from levels
    inner join core.stock_moves as moves on moves.rowid = levels.move
    where levels.moved > 0
),
sales as (
    select moves.rowid as move, moves.order_id, -moves.quantity as quantity
    from core.stock_moves as moves
    where moves.kind = 'sale' and moves.quantity < 0 and moves.order_id in (select order_id from came where order_id is not null)
),
sold as (
    select
        levels.item, sales.order_id, max(levels.entry) as entry, min(levels.level) as level, max_by(-levels.moved, -levels.level) as moved
    from sales
    inner join levels on levels.move = sales.move
    group by levels.item, sales.order_id
)
select
    came.item, came.entry, came.move_id, came.moved_at, cast(greatest(came.level - came.moved, 0) as hugeint) as on_hand, cast(came.moved as hugeint) as came,
    cast(came.unit_cost * 1000000 as hugeint) as cost, sold.entry as sold_at, sold.level as sold_level, sold.moved as sold_quantity
from came
left join sold on sold.item = came.item and sold.order_id = came.order_id;

create or replace temp table costs(item bigint, entry bigint, cost hugeint, average hugeint);
