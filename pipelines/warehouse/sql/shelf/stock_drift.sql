-- One row per sku and place where the shop's own figure differs from ours, the widest gap first; one page from $offset.
select sku, place, day, quantity, shop_quantity, drift
from drifting_stock
where rank > $offset and rank <= $offset + $length
order by rank
