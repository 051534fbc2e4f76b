-- One row per sku and place where the shop's own figure differs from ours, on the last day both are known.
with latest as (
    select sku, place, max(day) as day
    from stock_positions
    where shop_quantity is not null
    group by sku, place
)
select positions.sku, positions.place, positions.day, positions.quantity, positions.shop_quantity, positions.drift
from stock_positions as positions
join latest using (sku, place, day)
where positions.drift <> 0
order by abs(positions.drift) desc, positions.sku, positions.place
limit 200
