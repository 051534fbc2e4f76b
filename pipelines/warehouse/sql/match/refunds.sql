-- One row per refund: what is left of it once its failures are taken off. `life`: live, pending, undone, failed.
create or replace temporary table match_refunds as
with failures as (
    select provider, refund_id, sum(gross) as amount
    from core.refunds
    where type = 'refund_failure' and status in ('succeeded', 'failed')
    group by provider, refund_id
)

select
    refunds.provider, refunds.refund_id, refunds.payment_id, refunds.order_reference, refunds.credit_note_number,
    refunds.customer_email, refunds.description, refunds.created_at, refunds.created_on, refunds.currency, refunds.gross,
    cast(greatest(refunds.gross - coalesce(failures.amount, 0), 0) as decimal(18, 2)) as amount,
    case
        when failures.amount >= refunds.gross then 'undone'
        when refunds.status in ('failed', 'canceled') then 'failed'
        when refunds.status = 'pending' then 'pending'
        else 'live'
    end as life
from core.refunds as refunds
left join failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
where refunds.type = 'refund';
