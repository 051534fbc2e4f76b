-- One row per entry of what is touched: its own cost and the average from then on.
delete from core.stock_costs where (sku, place) in (select (sku, place) from touched);

insert into core.stock_costs
select
    touched.sku, touched.place, entries.entry, make_timestamp(entries.turn // 8),
    cast(cast(costs.cost as decimal(38, 0)) * 0.000001 as decimal(18, 6)), cast(cast(costs.average as decimal(38, 0)) * 0.000001 as decimal(18, 6))
from entries
inner join costs on costs.item = entries.item and costs.entry = entries.entry
inner join touched on touched.item = entries.item;
