-- One row per part where an order has one refund that covers all its credit notes, or one credit note that takes in all its refunds.
create or replace temporary table match_new as
with owed as (
    select order_id, currency, sum(amount) as amount, count(*) as notes
    from match_open_notes
    where role = $role
    group by order_id, currency
),

paid as (
    select
        order_id, currency, sum(amount) as amount, count(*) as refunds, bool_and(is_sure and not is_touched) as is_free
    from match_open_refunds
    where order_id is not null
    group by order_id, currency
),

groups as (
    select owed.order_id, owed.currency
    from owed
    inner join paid on paid.order_id = owed.order_id and paid.currency = owed.currency
    left join match_refused as refused on refused.order_id = owed.order_id
    where refused.order_id is null and paid.is_free
        and (
            paid.refunds = 1 and owed.notes = 1
            or paid.refunds = 1 and owed.amount <= paid.amount
            or owed.notes = 1 and paid.amount <= owed.amount
        )
)

select
    notes.note, refunds.movement, cast(least(notes.amount, refunds.amount) as decimal(18, 2)) as amount,
    'group' as rule
from groups
inner join match_open_notes as notes on notes.order_id = groups.order_id and notes.currency = groups.currency and notes.role = $role
inner join match_open_refunds as refunds on refunds.order_id = groups.order_id and refunds.currency = groups.currency;
