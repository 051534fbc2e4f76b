-- One row per order that gave back more than the least of its payments, that two providers served, or whose payment a refund says is another's.
create or replace temporary table proof_odd_orders as
with amounts as (
    select order_id, provider, amount as paid, null as given
    from core.payments
    union all
    select order_id, provider, null, greatest(gross, 0)
    from core.refund_orders
    where type = 'refund'
),

quarrels as (
    select refunds.provider, refunds.payment_id, orders.order_id
    from core.refunds as refunds
    inner join core.refund_orders as orders
        on orders.provider = refunds.provider and orders.refund_id = refunds.refund_id and orders.type = 'refund'
    where refunds.type = 'refund' and refunds.payment_id is not null and orders.found_by <> 'payment'
)

select order_id
from amounts
group by order_id
having sum(given) > min(paid) or min(provider) <> max(provider)
union
select unnest([quarrels.order_id, payments.order_id])
from quarrels
inner join core.payments as payments on payments.provider = quarrels.provider and payments.payment_id = quarrels.payment_id
where quarrels.order_id <> payments.order_id;

-- One row per refund that failed or is of an order that is odd, disputed, or had one that failed: no other is asked where it leads to.
create or replace temporary table proof_movements as
with failed as (
    select provider, refund_id
    from core.refunds
    where type = 'refund' and (state = 'reversed' or status = 'failed')
),

suspects as (
    select order_id from proof_odd_orders
    union
    select order_id from core.refund_orders where type = 'dispute'
    union
    select orders.order_id
    from core.refund_orders as orders
    inner join failed on failed.provider = orders.provider and failed.refund_id = orders.refund_id
    where orders.type = 'refund'
),

placed as (
    select orders.provider, orders.refund_id, orders.order_id, orders.found_by
    from core.refund_orders as orders
    inner join suspects on suspects.order_id = orders.order_id
    where orders.type = 'refund'
)

select
    refunds.provider, refunds.refund_id, refunds.payment_id, refunds.currency, refunds.gross, refunds.created_at, refunds.created_on,
    refunds.status, refunds.state, placed.order_id, placed.found_by
from core.refunds as refunds
left join placed on placed.provider = refunds.provider and placed.refund_id = refunds.refund_id
where refunds.type = 'refund' and (placed.refund_id is not null or refunds.state = 'reversed' or refunds.status = 'failed');
