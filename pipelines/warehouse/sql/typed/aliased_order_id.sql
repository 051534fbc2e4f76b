-- One row per row that names an order by another of its names: it goes by the order's own.
update typed set order_id = order_aliases.order_id
from order_aliases
where typed.order_id = order_aliases.alias;
