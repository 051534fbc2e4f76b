-- One row per order of a credit note of which something is to be said: never read, given back beyond what it came to, without a name or an
-- address where others of its file have one, or a company's. Every other credit note has a sound order.
create or replace temporary table proof_odd_sales as
with credited as (
    select order_id, sum(greatest(gross, 0)) as gross
    from core.credit_notes
    where state not in ('draft', 'cancelled')
    group by order_id
),

described as (
    select source_file, count(customer_name) * 2 > count(*) as has_names, count(customer_address) * 2 > count(*) as has_addresses
    from core.orders
    group by source_file
),

sold as (
    select
        orders.order_id, orders.gross, described.has_names and coalesce(trim(orders.customer_name), '') = '' as lacks_name,
        described.has_addresses and coalesce(trim(orders.customer_address), trim(orders.customer_city), '') = '' as lacks_address,
        orders.customer_siren is not null as is_company
    from core.orders as orders
    inner join described on described.source_file = orders.source_file
),

looked_at as (
    select
        credited.order_id, sold.order_id is null as is_unknown, coalesce(sold.gross > 0 and sold.gross < credited.gross, false) as is_exceeded,
        coalesce(sold.lacks_name, false) as lacks_name, coalesce(sold.lacks_address, false) as lacks_address,
        coalesce(sold.is_company, false) as is_company
    from credited
    left join sold on sold.order_id = credited.order_id
)

select order_id, is_unknown, is_exceeded, lacks_name, lacks_address, is_company
from looked_at
where is_unknown or is_exceeded or lacks_name or lacks_address or is_company;
