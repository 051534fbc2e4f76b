-- One row per movement that names an order by another of its names: it goes by the order's own.
update typed set order_reference = order_aliases.order_id
from order_aliases
where typed.order_reference = order_aliases.alias;
