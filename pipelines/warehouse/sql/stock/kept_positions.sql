-- One row per position kept, what the count changed of those already drawn up told beside them.
delete from core.stock_changes;

insert into core.stock_changes
with before as (
    select positions.* from core.stock_positions as positions inner join touched on touched.sku = positions.sku and touched.place = positions.place
),
differing as (
    select
        coalesce(before.sku, later.sku) as sku, coalesce(before.place, later.place) as place, coalesce(before.day, later.day) as day,
        before.quantity as quantity_before, later.quantity as quantity_after, before.value as value_before, later.value as value_after
    from before
    full join new_positions as later on later.sku = before.sku and later.place = before.place and later.day = before.day
    where before.quantity is distinct from later.quantity or before.value is distinct from later.value
),
known as (select sku, place, max(day) as last_day from before group by sku, place)
select
    differing.sku, differing.place, min(differing.day), max_by(quantity_before, differing.day), max_by(quantity_after, differing.day),
    max_by(value_before, differing.day), max_by(value_after, differing.day)
from differing
inner join known on known.sku = differing.sku and known.place = differing.place and differing.day <= known.last_day
group by differing.sku, differing.place;

delete from core.stock_positions where (sku, place) in (select (sku, place) from touched);

insert into core.stock_positions
select sku, place, day, quantity, unit_cost, "value", null, null from new_positions;
