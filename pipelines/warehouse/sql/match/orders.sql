-- One row per movement of money and the order it leads to: by its payment, its reference as it stands, or a credit note it names.
-- `life`: of what is left of a refund once its failures are taken off, live, pending, undone, failed.
create or replace temporary table match_movements as
with failures as (
    select provider, refund_id, sum(gross) as amount
    from core.refunds
    where type = 'refund_failure' and status in ('succeeded', 'failed')
    group by provider, refund_id
),

named as (
    select movement, min(order_id) as first_order, max(order_id) as last_order
    from match_names
    group by movement
),

leads as (
    select
        refunds.rowid as movement, refunds.provider, refunds.refund_id, refunds.type, refunds.status, refunds.payment_id, refunds.created_at, refunds.created_on,
        refunds.currency, refunds.gross, payments.order_id as paid_order, referred.order_id as referred_order,
        case when named.first_order = named.last_order then named.first_order end as named_order, named.first_order, named.last_order,
        failures.amount as failed
    from core.refunds as refunds
    left join core.payments as payments on payments.provider = refunds.provider and payments.payment_id = refunds.payment_id
    left join match_referred as referred on referred.movement = refunds.rowid
    left join named on named.movement = refunds.rowid
    left join failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id and refunds.type = 'refund'
)

select
    movement, provider, refund_id, type, status, payment_id, created_at, created_on, currency, gross,
    cast(greatest(gross - coalesce(failed, 0), 0) as decimal(18, 2)) as amount,
    case
        when failed >= gross then 'undone'
        when status in ('failed', 'canceled') then 'failed'
        when status = 'pending' then 'pending'
        else 'live'
    end as life,
    coalesce(paid_order, referred_order, named_order) as order_id,
    case
        when paid_order is not null then 'payment'
        when referred_order is not null then 'order_reference'
        when named_order is not null then 'credit_note'
        else 'none'
    end as found_by,
    coalesce(paid_order, referred_order, named_order) is not null as is_sure,
    case when paid_order <> referred_order then referred_order end as other_order,
    first_order is not null and (
        first_order is distinct from coalesce(paid_order, referred_order, named_order)
        or last_order is distinct from coalesce(paid_order, referred_order, named_order)
    ) as is_crossed
from leads;

-- A reference that leads to an order with a credit note is heard before a payment that leads to one without.
update match_movements
set order_id = quarrels.other_order, found_by = 'order_reference', is_crossed = true
from (
    select movement, other_order
    from match_movements as leads
    where leads.other_order is not null
        and not exists (select 1 from match_notes as notes where notes.order_id = leads.order_id)
        and exists (select 1 from match_notes as notes where notes.order_id = leads.other_order)
) as quarrels
where quarrels.movement = match_movements.movement;
