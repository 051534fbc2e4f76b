-- One row per entry as a layer first in, first out: thousandths from and until which it feeds what goes out; a return draws on the layers of its sale.
create or replace temp table layers as
with sold as (
    select item, order_id, max_by(came_in_all - level, entry * 1000000 + (came_in_all - level)) as out_until, max_by(-quantity, entry * 1000000 + (came_in_all - level)) as quantity
    from levels
    where kind = 'sale' and order_id is not null
    group by item, order_id
)
select
    levels.item, levels.entry, levels.move_id, levels.moved_us,
    cast((levels.came_in_all - levels.quantity) * 1000 as hugeint) as starts, cast(levels.came_in_all * 1000 as hugeint) as ends,
    cast(levels.unit_cost * 1000000 as hugeint) as cost,
    cast((sold.out_until - sold.quantity) * 1000 as hugeint) as drawn_from, cast(sold.out_until * 1000 as hugeint) as drawn_until
from levels
left join sold
    on sold.item = levels.item and sold.order_id = levels.order_id and levels.kind in ('restock', 'cancellation') and sold.quantity > 0
where levels.quantity > 0;
