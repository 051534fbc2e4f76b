-- One row per refund made by another means than its order was paid with (C. conso L221-24).
insert into core.break_findings
with elsewhere as (
    select provider, refund_id, order_id, gross, currency, created_on, status, state
    from proof_movements
    where found_by <> 'payment' and order_id in (select odd_orders.order_id from proof_odd_orders as odd_orders)
),

paid as (
    select payments.order_id, case when min(payments.provider) = max(payments.provider) then min(payments.provider) else 'plusieurs' end as provider
    from core.payments as payments
    where exists (select 1 from elsewhere where elsewhere.order_id = payments.order_id and elsewhere.provider <> payments.provider)
    group by payments.order_id
),

strangers as (
    select
        refunds.provider, refunds.refund_id, refunds.order_id, refunds.gross, refunds.currency, refunds.created_on,
        paid.provider as paid_provider
    from elsewhere as refunds
    inner join paid on paid.order_id = refunds.order_id
    where refunds.status = 'succeeded' and refunds.state <> 'reversed'
        and not exists (select 1 from core.payments as own where own.order_id = refunds.order_id and own.provider = refunds.provider)
)

select
    'refund_means_differs', min(allocations.credit_note_number), strangers.provider, strangers.refund_id, strangers.order_id, null, null,
    strangers.gross, strangers.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'payé par ', 'paid by ') || strangers.paid_provider,
    core.say($language, 'remboursé par ', 'refunded by ') || strangers.provider, strangers.created_on
from strangers
left join core.allocations as allocations
    on allocations.provider = strangers.provider and allocations.refund_id = strangers.refund_id and allocations.status = 'confirmed'
group by
    strangers.provider, strangers.refund_id, strangers.order_id, strangers.gross, strangers.currency, strangers.paid_provider, strangers.created_on;
