-- One row per layer nothing gives a cost to: the cost of the layer before it, else of the first known after it.
create or replace temp table neighbours as
select
    item, entry, last_value(cost ignore nulls) over (partition by item order by entry rows between unbounded preceding and current row) as before,
    first_value(cost ignore nulls) over (partition by item order by entry rows between current row and unbounded following) as following
from layers;

update layers set cost = coalesce(neighbours.before, neighbours.following)
from neighbours
where layers.cost is null and neighbours.item = layers.item and neighbours.entry = layers.entry;

delete from core.stock_costs where (sku, place) in (select (sku, place) from touched);

insert into core.stock_costs
select touched.sku, touched.place, layers.entry, make_timestamp(layers.turn // 8), cast(cast(layers.cost as decimal(38, 0)) * 0.000001 as decimal(18, 6)), null
from layers inner join touched on touched.item = layers.item;
