-- One row per overlap, by cumulated amounts, of the credit notes and refunds of an order that come to the same total.
create or replace temporary table match_new as
with owed as (
    select order_id, currency, sum(amount) as amount, count(*) as notes
    from match_open_notes
    where role = $role
    group by order_id, currency
),

paid as (
    select refunds.order_id, refunds.currency, sum(refunds.amount) as amount, count(*) as refunds
    from match_open_refunds as refunds
    where refunds.order_id is not null
    group by refunds.order_id, refunds.currency
),

balanced as (
    select owed.order_id, owed.currency
    from owed
    inner join paid on paid.order_id = owed.order_id and paid.currency = owed.currency and paid.amount = owed.amount
    left join match_refused as refused on refused.order_id = owed.order_id
    where refused.order_id is null
),

notes as (
    select
        notes.order_id, notes.currency, notes.note, notes.amount,
        sum(notes.amount) over (
            partition by notes.order_id, notes.currency order by notes.issued_on, notes.credit_note_number rows unbounded preceding
        ) as upto
    from match_open_notes as notes
    inner join balanced on balanced.order_id = notes.order_id and balanced.currency = notes.currency
    where notes.role = $role
),

refunds as (
    select
        refunds.order_id, refunds.currency, refunds.movement, refunds.amount,
        sum(refunds.amount) over (
            partition by refunds.order_id, refunds.currency order by refunds.created_at, refunds.provider, refunds.refund_id
            rows unbounded preceding
        ) as upto
    from match_open_refunds as refunds
    inner join balanced on balanced.order_id = refunds.order_id and balanced.currency = refunds.currency
)

select
    notes.note, refunds.movement,
    cast(least(notes.upto, refunds.upto) - greatest(notes.upto - notes.amount, refunds.upto - refunds.amount) as decimal(18, 2)) as amount,
    'group' as rule
from notes
inner join refunds on refunds.order_id = notes.order_id and refunds.currency = notes.currency
    and refunds.upto - refunds.amount < notes.upto and notes.upto - notes.amount < refunds.upto;
