-- One row per part settled by the first rule: a refund that names its credit note, or is named by it, up to the smaller amount.
create or replace temporary table match_new as
with edges as (
    select
        names.credit_note_number, names.provider, names.refund_id, names.rule, notes.amount as owed, refunds.amount as paid,
        notes.issued_on, refunds.created_at
    from match_names as names
    inner join match_open_notes as notes on notes.credit_note_number = names.credit_note_number
    inner join match_open_refunds as refunds
        on refunds.provider = names.provider and refunds.refund_id = names.refund_id and refunds.currency = notes.currency
    left join match_refused as refused
        on refused.credit_note_number = names.credit_note_number and refused.provider = names.provider and refused.refund_id = names.refund_id
    where refused.refund_id is null
),

refund_sides as (
    select provider, refund_id, count(*) as notes, sum(owed) as owed
    from edges
    group by provider, refund_id
),

sides as (
    select
        edges.credit_note_number, edges.provider, edges.refund_id, edges.rule, edges.owed, edges.paid, edges.created_at,
        refund_sides.notes, refund_sides.owed as owed_together
    from edges
    inner join refund_sides on refund_sides.provider = edges.provider and refund_sides.refund_id = edges.refund_id
),

note_sides as (
    select credit_note_number, count(*) as refunds, max(notes) as notes
    from sides
    group by credit_note_number
),

stars as (
    select
        sides.credit_note_number, sides.provider, sides.refund_id, sides.rule, sides.owed, sides.paid, sides.created_at, sides.notes,
        sides.owed_together, note_sides.refunds
    from sides
    inner join note_sides on note_sides.credit_note_number = sides.credit_note_number
    where note_sides.refunds = 1 or note_sides.notes = 1
),

several_refunds as (
    select
        credit_note_number, provider, refund_id, rule, owed, paid,
        sum(paid) over (
            partition by credit_note_number
            order by case when owed = paid then 0 else 1 end, created_at, provider, refund_id
            rows unbounded preceding
        ) as upto
    from stars
    where refunds > 1
)

select credit_note_number, provider, refund_id, cast(least(owed, paid) as decimal(18, 2)) as amount, rule
from stars
where refunds = 1 and (notes = 1 or owed_together <= paid or owed = paid)
union all
select credit_note_number, provider, refund_id, cast(least(upto, owed) - (upto - paid) as decimal(18, 2)), rule
from several_refunds
where upto - paid < owed;
