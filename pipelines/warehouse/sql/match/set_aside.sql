-- One row per item and what is left of it once people have decided; no rule's business is free of the rest: written off, ignored, accepted, a store credit.
create or replace temporary view match_left_notes as
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
    notes.issued_on, notes.role, notes.kept, notes.settlement, notes.gross, taken.amount is not null as is_touched,
    notes.role <> 'credit' and notes.gross > coalesce(taken.amount, 0) and written_off.credit_note_number is null as is_free
from match_notes as notes
left join taken on taken.credit_note_number = notes.credit_note_number
left join written_off on written_off.credit_note_number = notes.credit_note_number;

create or replace temporary view match_left_movements as
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
    movements.provider, movements.refund_id, movements.type, movements.status, movements.gross, movements.life, movements.amount as worth,
    movements.order_id, movements.currency, cast(movements.amount - coalesce(taken.amount, 0) as decimal(18, 2)) as amount,
    movements.created_at, movements.created_on, movements.payment_id, movements.is_sure, movements.found_by, taken.amount is not null as is_touched,
    movements.type = 'refund' and movements.life = 'live' and movements.amount > coalesce(taken.amount, 0) and aside.refund_id is null as is_free
from match_movements as movements
left join taken on taken.provider = movements.provider and taken.refund_id = movements.refund_id
left join aside on aside.provider = movements.provider and aside.refund_id = movements.refund_id;
