-- One row per part settled by the first rule: a refund that names its credit note, or is named by it, up to the smaller amount.
create or replace temporary table match_new as
with edges as (
    select
        names.note, names.movement, names.rule, notes.amount as owed, refunds.amount as paid, refunds.provider, refunds.refund_id, refunds.created_at
    from match_names as names
    inner join match_open_notes as notes on notes.note = names.note
    inner join match_open_refunds as refunds on refunds.movement = names.movement and refunds.currency = notes.currency
    left join match_refused as refused on refused.note = names.note and refused.movement = names.movement
    where refused.movement is null
),

refund_sides as (
    select movement, count(*) as notes, sum(owed) as owed
    from edges
    group by movement
),

sides as (
    select
        edges.note, edges.movement, edges.rule, edges.owed, edges.paid, edges.provider, edges.refund_id, edges.created_at,
        refund_sides.notes, refund_sides.owed as owed_together
    from edges
    inner join refund_sides on refund_sides.movement = edges.movement
),

note_sides as (
    select note, count(*) as refunds, max(notes) as notes
    from sides
    group by note
),

stars as (
    select
        sides.note, sides.movement, sides.rule, sides.owed, sides.paid, sides.provider, sides.refund_id, sides.created_at, sides.notes,
        sides.owed_together, note_sides.refunds
    from sides
    inner join note_sides on note_sides.note = sides.note
    where note_sides.refunds = 1 or note_sides.notes = 1
),

several_refunds as (
    select
        note, movement, rule, owed, paid,
        sum(paid) over (
            partition by note
            order by case when owed = paid then 0 else 1 end, created_at, provider, refund_id
            rows unbounded preceding
        ) as upto
    from stars
    where refunds > 1
)

select note, movement, cast(least(owed, paid) as decimal(18, 2)) as amount, rule
from stars
where refunds = 1 and (notes = 1 or owed_together <= paid or owed = paid)
union all
select note, movement, cast(least(upto, owed) - (upto - paid) as decimal(18, 2)), rule
from several_refunds
where upto - paid < owed;
