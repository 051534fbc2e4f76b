-- One row per entry of goods: thousandths on hand before it, thousandths that came, what one cost in millionths if the source says, else the entry its sale drew on.
create or replace temp table entries as
with sold as (
    select item, order_id, max_by(entry, entry) as entry from levels where kind = 'sale' and order_id is not null group by item, order_id
)
select
    levels.item, levels.entry, levels.move_id, levels.moved_us,
    cast(greatest(levels.level - levels.quantity, 0) * 1000 as hugeint) as on_hand, cast(levels.quantity * 1000 as hugeint) as came,
    cast(levels.unit_cost * 1000000 as hugeint) as cost, sold.entry as sold_at
from levels
left join sold on sold.item = levels.item and sold.order_id = levels.order_id and levels.kind in ('restock', 'cancellation')
where levels.quantity > 0;

create or replace temp table costs(item bigint, entry bigint, cost hugeint, average hugeint);
