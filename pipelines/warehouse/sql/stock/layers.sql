-- One row per entry as a layer first in, first out: thousandths from and until which it feeds what goes out; a return draws on the layers of its sale.
create or replace temp table layers as
with sums as (
    select *, cast(sum(came) over (partition by item order by entry rows between unbounded preceding and current row) as hugeint) as came_in_all from entries
)
select
    sums.item, sums.entry, sums.turn, sums.came_in_all - sums.came as starts, sums.came_in_all as ends, sums.cost,
    coalesce(at_sale.came_in_all, 0) - sums.sold_level - sums.sold_quantity as drawn_from, coalesce(at_sale.came_in_all, 0) - sums.sold_level as drawn_until
from sums
left join sums as at_sale on at_sale.item = sums.item and at_sale.entry = sums.sold_at;
