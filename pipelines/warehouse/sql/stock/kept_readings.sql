-- One row per figure the shop said, with what no fault explains and what to add to it; then the positions it speaks of.
delete from core.stock_readings;

insert into core.stock_readings
with effects as (
    select levels.sku, levels.place, levels.read_at, sum(faults.effect) as effect
    from reading_levels as levels
    inner join core.restock_faults as faults on faults.sku = levels.sku and faults.place = levels.place and faults.since_at <= levels.read_at
    group by levels.sku, levels.place, levels.read_at
)
select
    levels.sku, levels.place, levels.read_at, levels.read_on, levels.shop_quantity, levels.quantity, levels.due,
    cast(levels.due + coalesce(effects.effect, 0) - levels.shop_quantity as decimal(18, 3)),
    cast(levels.due - levels.shop_quantity as decimal(18, 3)), levels.is_known, levels.is_latest
from reading_levels as levels
left join effects on effects.sku = levels.sku and effects.place = levels.place and effects.read_at = levels.read_at;

update core.stock_positions as positions
set shop_quantity = null, drift = null
where positions.shop_quantity is not null;

update core.stock_positions as positions
set shop_quantity = latest.shop_quantity, drift = latest.drift
from (
    select readings.sku, readings.place, days.day, max_by(readings.shop_quantity, readings.read_at) as shop_quantity,
        max_by(readings.quantity - readings.shop_quantity, readings.read_at) as drift
    from core.stock_readings as readings
    inner join (
        select readings.sku, readings.place, readings.read_at, max(positions.day) as day
        from core.stock_readings as readings
        inner join core.stock_positions as positions on positions.sku = readings.sku and positions.place = readings.place and positions.day <= readings.read_on
        group by readings.sku, readings.place, readings.read_at
    ) as days on days.sku = readings.sku and days.place = readings.place and days.read_at = readings.read_at
    group by readings.sku, readings.place, days.day
) as latest
where positions.sku = latest.sku and positions.place = latest.place and positions.day = latest.day;
