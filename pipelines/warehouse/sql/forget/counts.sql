-- One row: how many orders are forgotten, and how many of them an accounting document still names.
select count(*) as orders, count(*) filter (where is_kept) as kept
from forgotten_orders
