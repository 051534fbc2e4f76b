-- One row per refund made by another means than its order was paid with (C. conso L221-24).
insert into core.break_findings
with elsewhere as (
    select distinct orders.order_id
    from core.refund_orders as orders
    inner join core.payments as payments on payments.order_id = orders.order_id
    where orders.type = 'refund' and orders.found_by <> 'payment' and payments.provider <> orders.provider
),

paid as (
    select payments.order_id, case when min(payments.provider) = max(payments.provider) then min(payments.provider) else 'plusieurs' end as provider
    from core.payments as payments
    inner join elsewhere on elsewhere.order_id = payments.order_id
    group by payments.order_id
),

strangers as (
    select orders.provider, orders.refund_id, orders.order_id, paid.provider as paid_provider
    from core.refund_orders as orders
    inner join paid on paid.order_id = orders.order_id
    left join core.payments as own on own.order_id = orders.order_id and own.provider = orders.provider
    where orders.type = 'refund' and orders.found_by <> 'payment' and own.order_id is null
)

select
    'refund_means_differs', min(allocations.credit_note_number), refunds.provider, refunds.refund_id, strangers.order_id, null, null, refunds.gross,
    refunds.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'payé par ', 'paid by ') || strangers.paid_provider,
    core.say($language, 'remboursé par ', 'refunded by ') || refunds.provider, refunds.created_on
from strangers
inner join core.refunds as refunds
    on refunds.provider = strangers.provider and refunds.refund_id = strangers.refund_id and refunds.type = 'refund'
left join core.allocations as allocations
    on allocations.provider = refunds.provider and allocations.refund_id = refunds.refund_id and allocations.status = 'confirmed'
where refunds.status = 'succeeded' and refunds.state <> 'reversed'
group by refunds.provider, refunds.refund_id, strangers.order_id, refunds.gross, refunds.currency, strangers.paid_provider, refunds.created_on;
