-- One row per order where one credit note and one refund are left: the refund is the credit note's, up to the smaller amount.
create or replace temporary table match_new as
with notes as (
    select order_id, currency, max(credit_note_number) as credit_note_number, max(amount) as owed, max(kept) as kept, bool_or(is_touched) as is_touched
    from match_open_notes
    where role = $role
    group by order_id, currency
    having count(*) = 1
),

refunds as (
    select
        order_id, currency, max(provider) as provider, max(refund_id) as refund_id, max(amount) as paid, bool_or(is_touched) as is_touched,
        bool_and(is_sure) as is_sure, max(found_by) as found_by
    from match_open_refunds
    where order_id is not null
    group by order_id, currency
    having count(*) = 1
)

select
    notes.credit_note_number, refunds.provider, refunds.refund_id, cast(least(notes.owed, refunds.paid) as decimal(18, 2)) as amount,
    case
        when notes.owed = refunds.paid then refunds.found_by
        when abs(notes.owed - refunds.paid) <= $tolerance then 'tolerance'
        else refunds.found_by
    end as rule
from notes
inner join refunds on refunds.order_id = notes.order_id and refunds.currency = notes.currency
left join match_refused as refused
    on refused.credit_note_number = notes.credit_note_number and refused.provider = refunds.provider and refused.refund_id = refunds.refund_id
where refused.refund_id is null
    and (refunds.paid in (notes.owed, notes.owed - notes.kept) or refunds.is_sure and not refunds.is_touched);
