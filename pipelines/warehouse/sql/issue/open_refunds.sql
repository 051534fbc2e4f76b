-- One row per refund that no credit note documents, of a known order, and that nothing says should not have been paid.
with suspect as (
    select distinct provider, refund_id
    from core.break_findings
    where kind in ('duplicate_refund', 'chargeback_after_refund', 'refund_exceeds_capture', 'currency_differs', 'unknown_order')
)
select
    orders.order_id, refunds.provider, refunds.refund_id, refunds.created_on, refunds.gross
from core.refunds as refunds
left join core.payments as payments on payments.provider = refunds.provider and payments.payment_id = refunds.payment_id
inner join core.orders as orders on orders.order_id = coalesce(payments.order_id, refunds.order_reference)
where
    refunds.type = 'refund' and refunds.status = 'succeeded' and refunds.state = 'open' and refunds.created_on <= $as_of
    and refunds.currency = orders.currency and refunds.gross > 0
    and (refunds.provider, refunds.refund_id) not in (select (provider, refund_id) from suspect)
    and not exists (
        select 1 from core.allocations as allocations
        where allocations.provider = refunds.provider and allocations.refund_id = refunds.refund_id
            and allocations.status in ('confirmed', 'proposed')
    )
    and not exists (
        select 1 from core.credit_notes as notes
        where notes.provider_refund_id = refunds.refund_id and notes.state <> 'cancelled'
    )
order by orders.order_id, refunds.created_on, refunds.provider, refunds.refund_id
