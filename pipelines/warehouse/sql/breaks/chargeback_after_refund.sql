-- One row per dispute on a payment that was also refunded: the customer is paid twice.
insert into core.break_findings
with disputes as (
    select disputes.provider, disputes.refund_id, disputes.payment_id, disputes.gross, disputes.currency, disputes.created_on, orders.order_id
    from core.refunds as disputes
    left join core.refund_orders as orders
        on orders.provider = disputes.provider and orders.refund_id = disputes.refund_id and orders.type = 'dispute'
    where disputes.type = 'dispute' and disputes.status in ('succeeded', 'pending') and disputes.state <> 'reversed'
),

twice as (
    select
        disputes.provider, disputes.refund_id, refunds.provider as other_provider, refunds.refund_id as other_refund_id, refunds.gross,
        refunds.created_on
    from disputes
    inner join core.refunds as refunds on refunds.provider = disputes.provider and refunds.payment_id = disputes.payment_id
    where refunds.type = 'refund' and refunds.status = 'succeeded' and refunds.state <> 'reversed'
    union
    select disputes.provider, disputes.refund_id, refunds.provider, refunds.refund_id, refunds.gross, refunds.created_on
    from disputes
    inner join proof_movements as refunds on refunds.order_id = disputes.order_id
    where refunds.status = 'succeeded' and refunds.state <> 'reversed'
        and (disputes.payment_id is null or refunds.payment_id is null or refunds.payment_id = disputes.payment_id)
),

refunded as (
    select
        twice.provider, twice.refund_id, sum(twice.gross) as gross, min(notes.credit_note_number) as credit_note_number, max(twice.created_on) as created_on
    from twice
    left join (
        select allocations.provider, allocations.refund_id, min(allocations.credit_note_number) as credit_note_number
        from core.allocations as allocations
        where allocations.status = 'confirmed' and exists (
                select 1
                from twice
                where twice.other_provider = allocations.provider and twice.other_refund_id = allocations.refund_id
            )
        group by allocations.provider, allocations.refund_id
    ) as notes on notes.provider = twice.other_provider and notes.refund_id = twice.other_refund_id
    group by twice.provider, twice.refund_id
)

select
    'chargeback_after_refund', refunded.credit_note_number, disputes.provider, disputes.refund_id, disputes.order_id, null, null,
    cast(least(disputes.gross, refunded.gross) as decimal(18, 2)), disputes.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'une seule restitution', 'one repayment only'),
    core.say($language, 'remboursé ', 'refunded ') || core.in_words($language, cast(refunded.gross as decimal(18, 2)), disputes.currency) || core.say($language, ', puis contesté ', ', then disputed ')
    || core.in_words($language, disputes.gross, disputes.currency),
    greatest(disputes.created_on, refunded.created_on)
from disputes
inner join refunded on refunded.provider = disputes.provider and refunded.refund_id = disputes.refund_id;
