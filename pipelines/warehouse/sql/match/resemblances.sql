-- One row per pair of the same amount that only an e-mail, or nothing but its amount, brings together: proposed, whatever the evidence.
insert into match_allocated
with strays as (
    select refunds.movement, refunds.currency, refunds.amount, refunds.created_on, lower(said.customer_email) as email,
        said.order_reference is null and said.payment_id is null and said.credit_note_number is null as says_nothing
    from match_open_refunds as refunds
    inner join core.refunds as said on said.provider = refunds.provider and said.refund_id = refunds.refund_id and said.type = 'refund'
    where not refunds.is_touched and (refunds.order_id is null or not refunds.is_sure)
),

owed as (
    select notes.note, notes.currency, notes.amount, notes.issued_on, lower(orders.customer_email) as email, notes.order_id
    from match_open_notes as notes
    left join core.orders as orders on orders.order_id = notes.order_id
    where notes.role = 'money' and not notes.is_touched
        and (notes.currency, notes.amount) in (select (strays.currency, strays.amount) from strays)
        and not exists (select 1 from match_allocated as allocated where allocated.note = notes.note)
),

alike as (
    select
        owed.note, strays.movement, strays.amount,
        case when owed.email = strays.email then 'customer' else 'amount' end as rule,
        count(*) over (partition by owed.note, owed.email = strays.email) as refunds,
        count(*) over (partition by strays.movement, owed.email = strays.email) as notes,
        strays.says_nothing and strays.email is null as is_bare
    from strays
    inner join owed on owed.currency = strays.currency and owed.amount = strays.amount
        and date_diff('day', owed.issued_on, strays.created_on) between -$days_before and $days_after
        and (owed.email = strays.email or strays.email is null and strays.says_nothing)
    left join match_refused as refused on refused.note = owed.note and refused.movement = strays.movement
    where refused.movement is null
)

select
    note, movement, amount, case when refunds > 1 or notes > 1 then 'ambiguous' else rule end, 'proposed', 'rule'
from alike
where rule = 'customer' and refunds <= 5 and notes <= 5 or rule = 'amount' and is_bare and refunds = 1 and notes = 1;
