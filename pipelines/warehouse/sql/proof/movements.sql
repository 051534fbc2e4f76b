-- One row per refund and the order it leads to, whatever became of it.
create or replace temporary table proof_movements as
select
    refunds.provider, refunds.refund_id, refunds.payment_id, refunds.currency, refunds.gross, refunds.created_at, refunds.created_on,
    refunds.status, refunds.state, orders.order_id, orders.found_by
from core.refunds as refunds
left join core.refund_orders as orders
    on orders.provider = refunds.provider and orders.refund_id = refunds.refund_id and orders.type = 'refund'
where refunds.type = 'refund';

-- One row per order that gave back more than the least of its payments, that two providers served, or whose payment a refund says is another's.
create or replace temporary table proof_odd_orders as
with amounts as (
    select order_id, provider, amount as paid, null as given
    from core.payments
    union all
    select order_id, provider, null, greatest(gross, 0)
    from proof_movements
    where order_id is not null
)

select order_id
from amounts
group by order_id
having sum(given) > min(paid) or min(provider) <> max(provider)
union
select unnest([refunds.order_id, payments.order_id])
from proof_movements as refunds
inner join core.payments as payments on payments.provider = refunds.provider and payments.payment_id = refunds.payment_id
where refunds.order_id <> payments.order_id;
