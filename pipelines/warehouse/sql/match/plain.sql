-- One row per order with one credit note, one refund, one amount and nothing else: what the first rules would find, found at once.
create or replace temporary table match_plain as
with busy as (
    select order_id
    from match_open_notes
    group by order_id
    having count(*) > 1
    union all
    select order_id
    from match_open_refunds
    where order_id is not null
    group by order_id
    having count(*) > 1
    union all
    select order_id
    from match_refused
    where order_id is not null
),

named as (
    select names.credit_note_number, names.provider, names.refund_id, names.rule, notes.order_id, leads.order_id as refund_order_id
    from match_names as names
    left join match_notes as notes on notes.credit_note_number = names.credit_note_number
    left join core.refund_orders as leads
        on leads.provider = names.provider and leads.refund_id = names.refund_id and leads.type = 'refund'
),

crossing as (
    select order_id from named where refund_order_id is distinct from order_id
    union all
    select refund_order_id from named where refund_order_id is distinct from order_id
)

select
    notes.credit_note_number, notes.order_id, notes.currency, notes.issued_on, refunds.provider, refunds.refund_id, refunds.amount,
    refunds.created_on as refunded_on, coalesce(names.rule, refunds.found_by) as rule
from match_open_notes as notes
inner join match_open_refunds as refunds
    on refunds.order_id = notes.order_id and refunds.currency = notes.currency and refunds.amount = notes.amount
left join match_names as names
    on names.credit_note_number = notes.credit_note_number and names.provider = refunds.provider and names.refund_id = refunds.refund_id
where notes.role = 'money' and not notes.is_touched and not refunds.is_touched
    and (refunds.found_by = 'payment' or refunds.payment_id is null)
    and not exists (select 1 from busy where busy.order_id = notes.order_id)
    and not exists (select 1 from crossing where crossing.order_id = notes.order_id);

create or replace temporary table match_open_notes as
select
    notes.credit_note_number, notes.order_id, notes.currency, notes.amount, notes.issued_on, notes.role, notes.kept, notes.is_touched
from match_open_notes as notes
where not exists (select 1 from match_plain as plain where plain.order_id = notes.order_id);

create or replace temporary table match_open_refunds as
select
    refunds.provider, refunds.refund_id, refunds.order_id, refunds.currency, refunds.amount, refunds.created_at, refunds.created_on,
    refunds.payment_id, refunds.is_sure, refunds.found_by, refunds.is_touched
from match_open_refunds as refunds
where not exists (select 1 from match_plain as plain where plain.order_id = refunds.order_id);
