-- One row per pair a pending refund may come to settle: proposed only, for its money has not moved.
insert into match_allocated
with awaited as (
    select refunds.movement, refunds.currency, refunds.amount, refunds.order_id
    from match_refunds as refunds
    left join match_refused as refused on refused.movement = refunds.movement
    where refunds.life = 'pending' and refunds.amount > 0 and refused.movement is null
        and not exists (select 1 from match_allocated as allocated where allocated.movement = refunds.movement)
),

named as (
    select notes.note, awaited.movement, notes.amount as owed, awaited.amount as paid, names.rule, 1 as choice
    from awaited
    inner join match_names as names on names.movement = awaited.movement
    inner join match_open_notes as notes on notes.note = names.note and notes.currency = awaited.currency
),

ordered as (
    select
        notes.note, awaited.movement, notes.amount as owed, awaited.amount as paid, 'payment' as rule,
        case when notes.amount = awaited.amount then 2 else 3 end as choice
    from awaited
    inner join match_open_notes as notes on notes.order_id = awaited.order_id and notes.currency = awaited.currency and notes.role = 'money'
),

whole as (
    select awaited.movement
    from awaited
    inner join match_open_notes as notes on notes.order_id = awaited.order_id and notes.currency = awaited.currency and notes.role = 'money'
    group by awaited.movement
    having sum(notes.amount) = max(awaited.amount)
),

choices as (
    select ordered.note, ordered.movement, ordered.owed, ordered.paid, ordered.rule, 0 as choice
    from ordered
    inner join whole on whole.movement = ordered.movement
    union all
    select note, movement, owed, paid, rule, choice from named
    union all
    select note, movement, owed, paid, rule, choice from ordered
),

best as (
    select movement, min(choice) as choice
    from choices
    group by movement
)

select
    choices.note, choices.movement, cast(least(choices.owed, choices.paid) as decimal(18, 2)), 'pending',
    'proposed', 'rule'
from choices
inner join best on best.movement = choices.movement and best.choice = choices.choice;
