-- One row per entry of goods: thousandths on hand before it, thousandths that came, what one cost in millionths if the source says, else the entry its sale drew on.
create or replace temp table entries as
with back as (
    select levels.item, levels.entry, moves.order_id
    from levels
    inner join core.stock_moves as moves on moves.rowid = levels.move
    where levels.moved > 0 and moves.kind in ('restock', 'cancellation')
),
sold as (
    select levels.item, moves.order_id, max(levels.entry) as entry, max_by(levels.level, levels.rank) as level, max_by(-levels.moved, levels.rank) as moved
    from levels
    inner join core.stock_moves as moves on moves.rowid = levels.move
    where levels.is_sale and levels.moved < 0 and moves.order_id in (select order_id from back)
    group by levels.item, moves.order_id
),
drawn as (
    select back.item, back.entry, sold.entry as sold_at, sold.level as sold_level, sold.moved as sold_quantity
    from back
    inner join sold on sold.item = back.item and sold.order_id = back.order_id
)
select
    came.item, came.entry, came.turn, cast(greatest(came.level - came.moved, 0) as hugeint) as on_hand, cast(came.moved as hugeint) as came,
    cast(came.cost as hugeint) as cost, drawn.sold_at, drawn.sold_level, drawn.sold_quantity
from levels as came
left join drawn on drawn.item = came.item and drawn.entry = came.entry
where came.moved > 0;

create or replace temp table costs(item bigint, entry bigint, cost hugeint, average hugeint);
