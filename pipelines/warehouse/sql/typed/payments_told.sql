-- One row per payment whose provider does not say the order, and whose shop does: the order is the shop's.
update typed set order_id = shops.order_id
from (
    select identity, min(order_id) as order_id
    from typed
    where finality = 0 and order_id <> payment_id
    group by identity
    having count(distinct order_id) = 1
) as shops
where typed.identity = shops.identity and typed.finality = 1 and typed.order_id = typed.payment_id;
