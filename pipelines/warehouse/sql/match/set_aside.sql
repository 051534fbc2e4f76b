-- One row per item still open once people have decided; refunds ignored, accepted or of a store credit are no rule's business.
create or replace temporary table match_open_notes as
with taken as (
    select credit_note_number, sum(amount) as amount
    from match_allocated
    group by credit_note_number
),

written_off as (
    select distinct credit_note_number
    from core.decisions
    where action = 'write_off' and amount is null and not revoked
)

select
    notes.credit_note_number, notes.order_id, notes.currency, cast(notes.gross - coalesce(taken.amount, 0) as decimal(18, 2)) as amount,
    notes.issued_on, notes.role, notes.kept, taken.amount is not null as is_touched
from match_notes as notes
left join taken on taken.credit_note_number = notes.credit_note_number
left join written_off on written_off.credit_note_number = notes.credit_note_number
where notes.role <> 'credit' and notes.gross > coalesce(taken.amount, 0) and written_off.credit_note_number is null;

create or replace temporary table match_open_refunds as
with taken as (
    select provider, refund_id, sum(amount) as amount
    from match_allocated
    group by provider, refund_id
),

aside as (
    select provider, refund_id
    from core.decisions
    where action in ('ignore', 'accept') and not revoked and refund_id is not null
        and coalesce(kind, 'refund_without_credit_note') in ('refund_without_credit_note', 'duplicate_refund', 'unknown_order', 'store_credit_and_refund')
    union
    select names.provider, names.refund_id
    from match_names as names
    inner join match_notes as notes on notes.credit_note_number = names.credit_note_number
    where notes.role = 'credit'
)

select
    refunds.provider, refunds.refund_id, orders.order_id, refunds.currency,
    cast(refunds.amount - coalesce(taken.amount, 0) as decimal(18, 2)) as amount, refunds.created_at, refunds.created_on,
    refunds.payment_id, coalesce(orders.is_sure, false) as is_sure, coalesce(orders.found_by, 'none') as found_by,
    taken.amount is not null as is_touched
from match_refunds as refunds
left join core.refund_orders as orders
    on orders.provider = refunds.provider and orders.refund_id = refunds.refund_id and orders.type = 'refund'
left join taken on taken.provider = refunds.provider and taken.refund_id = refunds.refund_id
left join aside on aside.provider = refunds.provider and aside.refund_id = refunds.refund_id
where refunds.life = 'live' and refunds.amount > coalesce(taken.amount, 0) and aside.refund_id is null;
