-- One row per sku and place where the shop's own figure differs from ours, on the last day both are known: made once for an edition.
create table if not exists drifting_stock as
with latest as (
    select
        sku, place, max(day) as day, max_by(quantity, day) as quantity, max_by(shop_quantity, day) as shop_quantity,
        max_by(drift, day) as drift
    from stock_positions
    where shop_quantity is not null
    group by sku, place
)
select
    sku, place, day, quantity, shop_quantity, drift, row_number() over (order by abs(drift) desc, sku, place) as rank
from latest
where drift <> 0
