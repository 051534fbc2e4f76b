-- One row per figure the shop said: ours at that instant, and what its habits should have made of it.
create or replace temp table reading_levels as
with moved as (
    select readings.sku, readings.place, readings.as_of_at as read_at, sum(moves.quantity) as quantity, min(if(moves.kind = 'count', moves.moved_at, null)) as counted_at
    from core.shop_stock as readings
    inner join core.stock_moves as moves on moves.sku = readings.sku and moves.place = readings.place and moves.moved_at <= readings.as_of_at
    group by readings.sku, readings.place, readings.as_of_at
),
reserved as (
    select readings.sku, readings.place, readings.as_of_at as read_at, -sum(moves.quantity) as quantity
    from core.shop_stock as readings
    inner join core.stock_moves as moves
        on moves.sku = readings.sku and moves.place = readings.place and moves.kind = 'sale' and moves.moved_at > readings.as_of_at
    inner join core.orders as orders on orders.order_id = moves.order_id and orders.ordered_at <= readings.as_of_at
    group by readings.sku, readings.place, readings.as_of_at
),
lagging as (
    select
        readings.sku, readings.place, readings.as_of_at as read_at,
        sum(case
            when put_back.moved_at <= readings.as_of_at and put_back.put_back_at > readings.as_of_at then -put_back.quantity
            when put_back.moved_at > readings.as_of_at and put_back.put_back_at <= readings.as_of_at then put_back.quantity
            else 0
        end) as quantity
    from core.shop_stock as readings
    inner join put_back on put_back.sku = readings.sku and put_back.place = readings.place
    group by readings.sku, readings.place, readings.as_of_at
),
figures as (
    select
        readings.sku, readings.place, readings.as_of_at as read_at, readings.as_of_on as read_on, max(readings.quantity) as shop_quantity,
        coalesce(any_value(moved.quantity), 0) as quantity, coalesce(any_value(lagging.quantity), 0) as lag_quantity,
        coalesce(any_value(reserved.quantity), 0) as reserved_quantity,
        any_value(moved.counted_at) is not null as is_known
    from core.shop_stock as readings
    left join moved on moved.sku = readings.sku and moved.place = readings.place and moved.read_at = readings.as_of_at
    left join reserved on reserved.sku = readings.sku and reserved.place = readings.place and reserved.read_at = readings.as_of_at
    left join lagging on lagging.sku = readings.sku and lagging.place = readings.place and lagging.read_at = readings.as_of_at
    group by readings.sku, readings.place, readings.as_of_at, readings.as_of_on
),
habit as (
    select
        coalesce(sum(if(quantity + lag_quantity - reserved_quantity = shop_quantity, 1, 0)), 0)
            > coalesce(sum(if(quantity + lag_quantity = shop_quantity, 1, 0)), 0) as takes_at_order
    from figures
)
select
    sku, place, read_at, read_on, shop_quantity, quantity, is_known,
    cast(quantity + lag_quantity - if(habit.takes_at_order, reserved_quantity, 0) as decimal(18, 3)) as due,
    read_at = max(read_at) over (partition by sku, place) as is_latest
from figures, habit;

-- A figure that is right refutes what was only suspected from a change of state before it, unless the suspects make up for one another,
-- or more figures of this shop bear its suspects out: then something else made up for them, and that is a drift.
delete from core.restock_faults as faults
using (
    with suspected as (
        select levels.sku, levels.place, levels.read_at, levels.due, levels.shop_quantity, sum(suspects.effect) as effect
        from reading_levels as levels
        inner join core.restock_faults as suspects on suspects.sku = levels.sku and suspects.place = levels.place and suspects.since_at <= levels.read_at
        where levels.is_latest and levels.is_known
        group by levels.sku, levels.place, levels.read_at, levels.due, levels.shop_quantity
        having sum(suspects.effect) <> 0
    ),
    verdict as (
        select
            coalesce(sum(if(due + effect = shop_quantity, 1, 0)), 0) > coalesce(sum(if(due = shop_quantity, 1, 0)), 0) as is_borne_out
        from suspected
    )
    select suspected.sku, suspected.place, suspected.read_at
    from suspected, verdict
    where suspected.due = suspected.shop_quantity and not verdict.is_borne_out
) as refuted
where refuted.sku = faults.sku and refuted.place = faults.place and faults.since_at <= refuted.read_at;
