-- One row per refund made by another means than its order was paid with (C. conso L221-24).
insert into core.break_findings
with paid as (
    select order_id, min(provider) as provider
    from core.payments
    group by order_id
    having min(provider) = max(provider)
),

several as (
    select order_id
    from core.payments
    group by order_id
    having min(provider) <> max(provider)
),

strangers as (
    select
        orders.provider, orders.refund_id, orders.order_id, coalesce(paid.provider, 'plusieurs') as paid_provider
    from core.refund_orders as orders
    left join paid on paid.order_id = orders.order_id
    left join several on several.order_id = orders.order_id
    where orders.type = 'refund' and (
            paid.provider <> orders.provider
            or several.order_id is not null and not exists (
                select 1
                from core.payments as payments
                where payments.order_id = orders.order_id and payments.provider = orders.provider
            )
        )
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
