-- One row per credit note line that names no order we know: the last sale before it to the same customer of the same
-- article at the same price, of as many or more; none where there is no such sale.
create or replace temp table origins as
with orphans as (
    select
        used.identity, used.customer_id, used.sku, used.currency, used.issued_at, used.quantity, used.unit_price_net,
        used.unit_price_gross
    from used
    anti join core.orders as orders using (order_id)
    where used.customer_id is not null and used.origin_order_id is null
),
sold as materialized (
    select
        orders.customer_id, orders.currency, orders.ordered_at, lines.order_id, lines.line_id, lines.sku, lines.quantity,
        lines.unit_price_net, lines.unit_price_gross
    from core.order_lines as lines
    semi join orphans using (sku)
    inner join core.orders as orders using (order_id)
    where orders.customer_id in (select customer_id from orphans)
),
sales as (
    select
        orphans.identity, sold.order_id, sold.line_id, sold.ordered_at, sold.quantity = orphans.quantity as is_as_many
    from orphans
    inner join sold
        on sold.customer_id = orphans.customer_id
        and sold.currency = orphans.currency
        and sold.sku = orphans.sku
        and sold.unit_price_net is not distinct from orphans.unit_price_net
        and sold.unit_price_gross is not distinct from orphans.unit_price_gross
        and sold.quantity >= orphans.quantity
        and sold.ordered_at <= orphans.issued_at
)
select identity, order_id, line_id
from sales
qualify row_number() over (
    partition by identity order by is_as_many desc, ordered_at desc, order_id desc, line_id
) = 1;
