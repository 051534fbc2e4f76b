-- One row per pair a pending refund may come to settle: proposed only, for its money has not moved.
insert into match_allocated
with awaited as (
    select refunds.provider, refunds.refund_id, refunds.currency, refunds.amount, refunds.order_id
    from match_refunds as refunds
    left join match_refused as refused on refused.provider = refunds.provider and refused.refund_id = refunds.refund_id
    where refunds.life = 'pending' and refunds.amount > 0 and refused.refund_id is null
        and not exists (
            select 1
            from match_allocated as allocated
            where allocated.provider = refunds.provider and allocated.refund_id = refunds.refund_id
        )
),

named as (
    select notes.credit_note_number, awaited.provider, awaited.refund_id, notes.amount as owed, awaited.amount as paid, names.rule, 1 as choice
    from awaited
    inner join match_names as names on names.provider = awaited.provider and names.refund_id = awaited.refund_id
    inner join match_open_notes as notes on notes.credit_note_number = names.credit_note_number and notes.currency = awaited.currency
),

ordered as (
    select
        notes.credit_note_number, awaited.provider, awaited.refund_id, notes.amount as owed, awaited.amount as paid, 'payment' as rule,
        case when notes.amount = awaited.amount then 2 else 3 end as choice
    from awaited
    inner join match_open_notes as notes on notes.order_id = awaited.order_id and notes.currency = awaited.currency and notes.role = 'money'
),

whole as (
    select awaited.provider, awaited.refund_id
    from awaited
    inner join match_open_notes as notes on notes.order_id = awaited.order_id and notes.currency = awaited.currency and notes.role = 'money'
    group by awaited.provider, awaited.refund_id
    having sum(notes.amount) = max(awaited.amount)
),

choices as (
    select ordered.credit_note_number, ordered.provider, ordered.refund_id, ordered.owed, ordered.paid, ordered.rule, 0 as choice
    from ordered
    inner join whole on whole.provider = ordered.provider and whole.refund_id = ordered.refund_id
    union all
    select credit_note_number, provider, refund_id, owed, paid, rule, choice from named
    union all
    select credit_note_number, provider, refund_id, owed, paid, rule, choice from ordered
),

best as (
    select provider, refund_id, min(choice) as choice
    from choices
    group by provider, refund_id
)

select
    choices.credit_note_number, choices.provider, choices.refund_id, cast(least(choices.owed, choices.paid) as decimal(18, 2)), 'pending',
    'proposed', 'rule'
from choices
inner join best on best.provider = choices.provider and best.refund_id = choices.refund_id and best.choice = choices.choice;
