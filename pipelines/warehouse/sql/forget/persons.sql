-- One row per order of a person to forget; those that an accounting document of ours names keep the name and address on it.
create or replace temporary table forgotten_orders as
with credited as (
    select order_id, max(issued_on) as last_on
    from core.credit_notes
    group by order_id
)
select
    orders.order_id,
    credited.order_id is not null and (cast($before as date) is null or credited.last_on >= $before) as is_kept
from core.orders as orders
left join credited on credited.order_id = orders.order_id
where
    sha256(lower(trim(orders.customer_email))) in (select unnest($digests))
    or sha256(lower(trim(orders.customer_id))) in (select unnest($digests))
    or (orders.ordered_on < $before and coalesce(credited.last_on, orders.ordered_on) < $before);
