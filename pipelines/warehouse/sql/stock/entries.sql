-- One row per entry of goods: thousandths on hand before it, thousandths that came, what one cost in millionths if the source says, else the entry its sale drew on.
create or replace temp table entries as
with came as (
    select item, entry, turn, level, moved, cost, order_key from levels where moved > 0
),
sold as (
    select
        item, order_key, max(entry) as entry, max_by(level, rank) as level, max_by(-moved, rank) as moved
    from levels
    where is_sale and moved < 0 and order_key in (select order_key from came where order_key is not null)
    group by item, order_key
)
select
    came.item, came.entry, came.turn, cast(greatest(came.level - came.moved, 0) as hugeint) as on_hand, cast(came.moved as hugeint) as came,
    cast(came.cost as hugeint) as cost, sold.entry as sold_at, sold.level as sold_level, sold.moved as sold_quantity
from came
left join sold on sold.item = came.item and sold.order_key = came.order_key;

create or replace temp table costs(item bigint, entry bigint, cost hugeint, average hugeint);
