-- One row per order with one credit note, one refund, one amount and nothing else: what the first rules would find, found at once.
create or replace temporary table match_plain as
with notes as not materialized (
    select credit_note_number, order_id, currency, amount, issued_on, role, is_touched
    from match_left_notes
    where is_free
),

refunds as not materialized (
    select provider, refund_id, order_id, currency, amount, created_on, payment_id, found_by, is_touched
    from match_left_movements
    where is_free and order_id is not null
),

crossed as (
    select provider, refund_id, order_id
    from match_refunds
    where is_crossed
),

busy as (
    select order_id
    from notes
    group by order_id
    having count(*) > 1
    union all
    select order_id
    from refunds
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
    inner join crossed on crossed.provider = names.provider and crossed.refund_id = names.refund_id
),

lone_notes as (
    select notes.credit_note_number, notes.order_id, notes.currency, notes.amount, notes.issued_on
    from notes
    left join busy on busy.order_id = notes.order_id
    where busy.order_id is null and notes.role = 'money' and not notes.is_touched
)

select
    notes.credit_note_number, notes.order_id, notes.currency, notes.issued_on, refunds.provider, refunds.refund_id, 'refund' as type, refunds.amount,
    refunds.created_on as refunded_on, coalesce(names.rule, refunds.found_by) as rule
from lone_notes as notes
inner join refunds on refunds.order_id = notes.order_id and refunds.currency = notes.currency and refunds.amount = notes.amount
left join match_names as names
    on names.credit_note_number = notes.credit_note_number and names.provider = refunds.provider and names.refund_id = refunds.refund_id
where not refunds.is_touched and (refunds.found_by = 'payment' or refunds.payment_id is null);

create or replace temporary table match_rest_notes as
select
    notes.credit_note_number, notes.order_id, notes.currency, notes.amount, notes.issued_on, notes.role, notes.kept, notes.settlement,
    notes.gross, notes.is_touched, notes.is_free
from match_left_notes as notes
left join match_plain as plain on plain.credit_note_number = notes.credit_note_number
where plain.credit_note_number is null;

create or replace temporary table match_rest_movements as
select
    movements.provider, movements.refund_id, movements.type, movements.status, movements.gross, movements.life, movements.worth,
    movements.order_id, movements.currency, movements.amount, movements.created_at, movements.created_on, movements.payment_id,
    movements.is_sure, movements.found_by, movements.is_touched, movements.is_free
from match_left_movements as movements
left join match_plain as plain
    on plain.provider = movements.provider and plain.refund_id = movements.refund_id and plain.type = movements.type
where plain.refund_id is null;

create or replace temporary table match_open_notes as
select credit_note_number, order_id, currency, amount, issued_on, role, kept, is_touched
from match_rest_notes
where is_free;

create or replace temporary table match_open_refunds as
select provider, refund_id, order_id, currency, amount, created_at, created_on, payment_id, is_sure, found_by, is_touched
from match_rest_movements
where is_free;
