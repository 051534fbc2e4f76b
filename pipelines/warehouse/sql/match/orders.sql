-- One row per movement of money that leads to one order: by its payment, its reference as it stands, or a credit note it names.
delete from core.refund_orders;

insert into core.refund_orders
with named as (
    select names.provider, names.refund_id, min(notes.order_id) as order_id
    from match_names as names
    inner join match_notes as notes on notes.credit_note_number = names.credit_note_number
    group by names.provider, names.refund_id
    having min(notes.order_id) = max(notes.order_id)
),

leads as (
    select
        refunds.provider, refunds.refund_id, refunds.type, payments.order_id as paid_order,
        case
            when refunds.order_reference in (select order_id from core.orders) then refunds.order_reference
            when refunds.order_reference in (select order_id from match_notes) then refunds.order_reference
        end as referred_order,
        named.order_id as named_order
    from core.refunds as refunds
    left join core.payments as payments on payments.provider = refunds.provider and payments.payment_id = refunds.payment_id
    left join named on named.provider = refunds.provider and named.refund_id = refunds.refund_id and refunds.type = 'refund'
),

quarrels as (
    select leads.provider, leads.refund_id, leads.type
    from leads
    where leads.paid_order <> leads.referred_order
        and not exists (select 1 from match_notes as notes where notes.order_id = leads.paid_order)
        and exists (select 1 from match_notes as notes where notes.order_id = leads.referred_order)
)

select
    leads.provider, leads.refund_id, leads.type,
    case when quarrels.refund_id is null then coalesce(leads.paid_order, leads.referred_order, leads.named_order) else leads.referred_order end,
    case
        when quarrels.refund_id is null and leads.paid_order is not null then 'payment'
        when leads.referred_order is not null then 'order_reference'
        else 'credit_note'
    end,
    true
from leads
left join quarrels on quarrels.provider = leads.provider and quarrels.refund_id = leads.refund_id and quarrels.type = leads.type
where coalesce(leads.paid_order, leads.referred_order, leads.named_order) is not null;
