-- One row per part just found, added to the others; then what it leaves open on either side.
insert into match_allocated
select credit_note_number, provider, refund_id, amount, rule, 'confirmed', 'rule'
from match_new;

create or replace temporary table match_open_notes as
with taken as (
    select credit_note_number, sum(amount) as amount
    from match_new
    group by credit_note_number
)

select
    notes.credit_note_number, notes.order_id, notes.currency, cast(notes.amount - coalesce(taken.amount, 0) as decimal(18, 2)) as amount,
    notes.issued_on, notes.role, notes.kept, notes.is_touched or taken.amount is not null as is_touched
from match_open_notes as notes
left join taken on taken.credit_note_number = notes.credit_note_number
where notes.amount > coalesce(taken.amount, 0);

create or replace temporary table match_open_refunds as
with taken as (
    select provider, refund_id, sum(amount) as amount
    from match_new
    group by provider, refund_id
)

select
    refunds.provider, refunds.refund_id, refunds.order_id, refunds.currency,
    cast(refunds.amount - coalesce(taken.amount, 0) as decimal(18, 2)) as amount, refunds.created_at, refunds.created_on,
    refunds.payment_id, refunds.is_sure, refunds.found_by, refunds.is_touched or taken.amount is not null as is_touched
from match_open_refunds as refunds
left join taken on taken.provider = refunds.provider and taken.refund_id = refunds.refund_id
where refunds.amount > coalesce(taken.amount, 0);
