-- One row per order with one credit note, one refund, one amount and nothing else: what the first rules would find, found at once.
create or replace temporary table match_plain as
with crossed as (
    select movement, order_id
    from match_refunds
    where is_crossed
),

busy as (
    select order_id
    from match_left_notes
    group by order_id
    having count(*) > 1
    union all
    select order_id
    from match_left_refunds
    where order_id is not null
    group by order_id
    having count(*) > 1
    union all
    select order_id
    from match_refused
    where order_id is not null
    union all
    select order_id
    from crossed
    union all
    select names.order_id
    from match_names as names
    inner join crossed on crossed.movement = names.movement
),

lone_notes as (
    select note, credit_note_number, order_id, currency, amount, issued_on
    from match_left_notes as notes
    where role = 'money' and not is_touched and not exists (select 1 from busy where busy.order_id = notes.order_id)
),

lone_refunds as (
    select movement, provider, refund_id, order_id, currency, amount, created_on, found_by
    from match_left_refunds
    where order_id is not null and not is_touched and (found_by = 'payment' or payment_id is null)
)

select
    notes.note, notes.credit_note_number, notes.order_id, notes.currency, notes.issued_on, refunds.movement, refunds.provider, refunds.refund_id,
    refunds.amount, refunds.created_on as refunded_on, coalesce(names.rule, refunds.found_by) as rule
from lone_notes as notes
inner join lone_refunds as refunds on refunds.order_id = notes.order_id
left join match_names as names on names.movement = refunds.movement and names.note = notes.note
where refunds.currency = notes.currency and refunds.amount = notes.amount;

create or replace temporary table match_open_notes as
select note, credit_note_number, order_id, currency, amount, issued_on, role, kept, is_touched
from match_left_notes as notes
where not exists (select 1 from match_plain as plain where plain.note = notes.note);

create or replace temporary table match_open_refunds as
select movement, provider, refund_id, order_id, currency, amount, created_at, created_on, payment_id, is_sure, found_by, is_touched
from match_left_refunds as refunds
where not exists (select 1 from match_plain as plain where plain.movement = refunds.movement);
