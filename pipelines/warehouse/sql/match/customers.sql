-- One row per part where what is left of a customer's refunds of one day comes to what their credit notes of one day still owe.
create or replace temporary table match_new as
with paid_orders as (
    select refunds.movement, refunds.currency, refunds.amount, orders.customer_id, orders.customer_email
    from match_open_refunds as refunds
    inner join core.orders as orders on orders.order_id = refunds.order_id
    where refunds.is_touched
),

owed_orders as (
    select notes.note, notes.currency, notes.amount, notes.issued_on, notes.is_touched, orders.customer_id, orders.customer_email
    from match_open_notes as notes
    inner join core.orders as orders on orders.order_id = notes.order_id
    where notes.role = 'money'
),

settled_days as (
    select distinct allocated.movement, notes.issued_on
    from match_allocated as allocated
    inner join match_notes as notes on notes.note = allocated.note
    where exists (select 1 from paid_orders where paid_orders.movement = allocated.movement)
),

together as (
    select paid_orders.movement, paid_orders.amount, owed_orders.note, owed_orders.amount as owed
    from paid_orders
    inner join settled_days on settled_days.movement = paid_orders.movement
    inner join owed_orders on owed_orders.issued_on = settled_days.issued_on and owed_orders.currency = paid_orders.currency
        and coalesce(lower(owed_orders.customer_email), owed_orders.customer_id) = coalesce(lower(paid_orders.customer_email), paid_orders.customer_id)
    left join match_refused as refused on refused.note = owed_orders.note and refused.movement = paid_orders.movement
    where not owed_orders.is_touched and refused.movement is null
),

whole as (
    select movement
    from together
    group by movement
    having sum(owed) = max(amount)
),

claimed as (
    select together.note
    from together
    inner join whole on whole.movement = together.movement
    group by together.note
    having count(*) = 1
)

select together.note, together.movement, together.owed as amount, 'customer_group' as rule
from together
inner join whole on whole.movement = together.movement
where not exists (
    select 1
    from together as others
    left join claimed on claimed.note = others.note
    where others.movement = together.movement and claimed.note is null
);
