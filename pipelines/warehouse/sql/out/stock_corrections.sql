-- One row per article whose figure in the shop, the last of the month, is wrong: what to add to it.
with last_readings as (
    select readings.*
    from core.stock_readings as readings
    where readings.read_on between $first and $until
    qualify row_number() over (partition by readings.sku, readings.place order by readings.read_at desc) = 1
),
wrong as (
    select sku, place, read_on, shop_quantity, correction, unexplained
    from last_readings
    where correction <> 0 and is_known
),
titles as (
    select sku, min(title) as title
    from core.order_lines
    where sku in (select wrong.sku from wrong)
    group by sku
)
select
    wrong.sku, wrong.place, coalesce(titles.title, wrong.sku) as title, wrong.read_on, wrong.shop_quantity, wrong.correction,
    wrong.unexplained
from wrong
left join titles on titles.sku = wrong.sku
order by wrong.sku, wrong.place
