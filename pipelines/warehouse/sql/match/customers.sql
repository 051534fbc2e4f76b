-- One row per part where what is left of a customer's refunds of one day comes to what their credit notes of one day still owe.
create or replace temporary table match_new as
with paid_orders as (
    select refunds.provider, refunds.refund_id, refunds.currency, refunds.amount, refunds.created_at, refunds.created_on, orders.customer_id, orders.customer_email
    from match_open_refunds as refunds
    inner join core.orders as orders on orders.order_id = refunds.order_id
    where refunds.is_touched
),

owed_orders as (
    select notes.credit_note_number, notes.currency, notes.amount, notes.issued_on, notes.is_touched, orders.customer_id, orders.customer_email
    from match_open_notes as notes
    inner join core.orders as orders on orders.order_id = notes.order_id
    where notes.role = 'money'
),

settled_days as (
    select distinct allocated.provider, allocated.refund_id, notes.issued_on
    from match_allocated as allocated
    inner join match_notes as notes on notes.credit_note_number = allocated.credit_note_number
    where exists (
        select 1 from paid_orders where paid_orders.provider = allocated.provider and paid_orders.refund_id = allocated.refund_id
    )
),

together as (
    select paid_orders.provider, paid_orders.refund_id, paid_orders.amount, owed_orders.credit_note_number, owed_orders.amount as owed
    from paid_orders
    inner join settled_days on settled_days.provider = paid_orders.provider and settled_days.refund_id = paid_orders.refund_id
    inner join owed_orders on owed_orders.issued_on = settled_days.issued_on and owed_orders.currency = paid_orders.currency
        and coalesce(lower(owed_orders.customer_email), owed_orders.customer_id) = coalesce(lower(paid_orders.customer_email), paid_orders.customer_id)
    left join match_refused as refused
        on refused.credit_note_number = owed_orders.credit_note_number and refused.provider = paid_orders.provider
        and refused.refund_id = paid_orders.refund_id
    where not owed_orders.is_touched and refused.refund_id is null
),

whole as (
    select provider, refund_id
    from together
    group by provider, refund_id
    having sum(owed) = max(amount)
),

claimed as (
    select together.credit_note_number
    from together
    inner join whole on whole.provider = together.provider and whole.refund_id = together.refund_id
    group by together.credit_note_number
    having count(*) = 1
)

select together.credit_note_number, together.provider, together.refund_id, together.owed as amount, 'customer_group' as rule
from together
inner join whole on whole.provider = together.provider and whole.refund_id = together.refund_id
where not exists (
    select 1
    from together as others
    left join claimed on claimed.credit_note_number = others.credit_note_number
    where others.provider = together.provider and others.refund_id = together.refund_id and claimed.credit_note_number is null
);
