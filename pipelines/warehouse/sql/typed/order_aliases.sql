-- One row per other name an order goes by, where it names one order only and is no order's own.
create or replace temp table order_aliases as
select orders.order_alias as alias, min(orders.order_id) as order_id
from raw.orders as orders
where orders.order_alias is not null
    and orders.order_alias not in (select own.order_id from raw.orders as own)
group by orders.order_alias
having count(distinct orders.order_id) = 1;
