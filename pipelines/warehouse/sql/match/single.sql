-- One row per order where one credit note and one refund are left: the refund is the credit note's, up to the smaller amount.
create or replace temporary table match_new as
with notes as (
    select order_id, currency, max(note) as note, max(amount) as owed, max(kept) as kept
    from match_open_notes
    where role = $role
    group by order_id, currency
    having count(*) = 1
),

refunds as (
    select
        order_id, currency, max(movement) as movement, max(amount) as paid, bool_or(is_touched) as is_touched, bool_and(is_sure) as is_sure,
        max(found_by) as found_by
    from match_open_refunds
    where order_id is not null
    group by order_id, currency
    having count(*) = 1
),

pairs as (
    select notes.note, refunds.movement, notes.owed, refunds.paid, refunds.found_by
    from notes
    inner join refunds on refunds.order_id = notes.order_id and refunds.currency = notes.currency
    where refunds.paid in (notes.owed, notes.owed - notes.kept) or refunds.is_sure and not refunds.is_touched
)

select
    note, movement, cast(least(owed, paid) as decimal(18, 2)) as amount,
    case when owed <> paid and abs(owed - paid) <= $tolerance then 'tolerance' else found_by end as rule
from pairs
where not exists (select 1 from match_refused as refused where refused.note = pairs.note and refused.movement = pairs.movement);
