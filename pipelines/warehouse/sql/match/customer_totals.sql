-- One row per credit note of a customer's one day that a refund only an e-mail brings comes to in all: proposed, whatever the evidence.
insert into match_allocated
with strays as (
    select refunds.movement, refunds.currency, refunds.amount, refunds.created_on, lower(said.customer_email) as email
    from match_open_refunds as refunds
    inner join core.refunds as said on said.provider = refunds.provider and said.refund_id = refunds.refund_id and said.type = 'refund'
    where not refunds.is_touched and (refunds.order_id is null or not refunds.is_sure) and said.customer_email is not null
        and not exists (select 1 from match_allocated as allocated where allocated.movement = refunds.movement)
),

owed as (
    select notes.note, notes.currency, notes.amount, notes.issued_on, lower(orders.customer_email) as email
    from match_open_notes as notes
    inner join core.orders as orders on orders.order_id = notes.order_id
    where notes.role = 'money' and not notes.is_touched and lower(orders.customer_email) in (select strays.email from strays)
        and not exists (select 1 from match_allocated as allocated where allocated.note = notes.note)
),

totals as (
    select email, currency, issued_on, sum(amount) as amount
    from owed
    group by email, currency, issued_on
    having count(*) > 1
),

alike as (
    select
        strays.movement, totals.email, totals.currency, totals.issued_on, count(*) over (partition by strays.movement) as answers,
        count(*) over (partition by totals.email, totals.currency, totals.issued_on) as claims
    from strays
    inner join totals on totals.email = strays.email and totals.currency = strays.currency and totals.amount = strays.amount
        and date_diff('day', totals.issued_on, strays.created_on) between -$days_before and $days_after
),

pairs as (
    select owed.note, alike.movement, owed.amount
    from alike
    inner join owed on owed.email = alike.email and owed.currency = alike.currency and owed.issued_on = alike.issued_on
    where alike.answers = 1 and alike.claims = 1
),

undone as (
    select distinct pairs.movement
    from pairs
    inner join match_refused as refused on refused.note = pairs.note and refused.movement = pairs.movement
)

select pairs.note, pairs.movement, pairs.amount, 'customer', 'proposed', 'rule'
from pairs
left join undone on undone.movement = pairs.movement
where undone.movement is null;
