-- One row per order of a person to forget.
select order_id
from forgotten_orders
order by order_id
