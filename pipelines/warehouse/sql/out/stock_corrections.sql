-- One row per article whose figure in the shop, the last of the month, is wrong: what to add to it.
with last_readings as (
    select readings.*
    from core.stock_readings as readings
    where readings.read_on between $first and $until
    qualify row_number() over (partition by readings.sku, readings.place order by readings.read_at desc) = 1
),
titles as (
    select sku, min(title) as title from core.order_lines where sku is not null group by sku
)
select
    last_readings.sku, last_readings.place, coalesce(titles.title, last_readings.sku) as title, last_readings.read_on, last_readings.shop_quantity,
    last_readings.correction, last_readings.unexplained
from last_readings
left join titles on titles.sku = last_readings.sku
where last_readings.correction <> 0 and last_readings.is_known
order by last_readings.sku, last_readings.place
