-- One row per credit note people wrote off, and up to how much: all of it, where they said no amount.
create or replace temporary view match_written_off as
select credit_note_number, max(coalesce(amount, cast(1000000000000 as decimal(18, 2)))) as amount
from core.decisions
where action = 'write_off' and not revoked and credit_note_number is not null
group by credit_note_number;

-- One row per item and what is left of it once people have decided; no rule's business is free of the rest: written off, ignored, accepted, a store credit.
create or replace temporary view match_left_notes as
with taken as (
    select note, sum(amount) as amount
    from match_allocated
    group by note
)

select
    notes.note, notes.credit_note_number, notes.order_id, notes.currency,
    cast(notes.gross - coalesce(taken.amount, 0) - coalesce(written_off.amount, 0) as decimal(18, 2)) as amount,
    notes.issued_on, notes.role, notes.kept, taken.note is not null or written_off.credit_note_number is not null as is_touched
from match_notes as notes
left join taken on taken.note = notes.note
left join match_written_off as written_off on written_off.credit_note_number = notes.credit_note_number
where notes.role <> 'credit' and notes.gross > coalesce(taken.amount, 0) + coalesce(written_off.amount, 0);

create or replace temporary view match_left_refunds as
with taken as (
    select movement, sum(amount) as amount
    from match_allocated
    group by movement
),

aside as (
    select refunds.movement
    from match_refunds as refunds
    inner join core.decisions as decisions on decisions.provider = refunds.provider and decisions.refund_id = refunds.refund_id
    where decisions.action in ('ignore', 'accept') and not decisions.revoked
        and coalesce(decisions.kind, 'refund_without_credit_note') in (
            'refund_without_credit_note', 'duplicate_refund', 'unknown_order', 'store_credit_and_refund'
        )
    union
    select names.movement
    from match_names as names
    inner join match_notes as notes on notes.note = names.note
    where notes.role = 'credit'
)

select
    refunds.movement, refunds.provider, refunds.refund_id, refunds.order_id, refunds.currency,
    cast(refunds.amount - coalesce(taken.amount, 0) as decimal(18, 2)) as amount, refunds.created_at, refunds.created_on, refunds.payment_id,
    refunds.is_sure, refunds.found_by, taken.movement is not null as is_touched
from match_refunds as refunds
left join taken on taken.movement = refunds.movement
left join aside on aside.movement = refunds.movement
where refunds.life = 'live' and refunds.amount > coalesce(taken.amount, 0) and aside.movement is null;
