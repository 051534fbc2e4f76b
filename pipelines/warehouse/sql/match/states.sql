-- One row per credit note that is not simply settled, then per movement of money back that is not simply matched: the one state each ends in.
create or replace temporary table match_unsettled as
with explained as (
    select credit_note_number, sum(amount) as amount
    from core.residuals
    where amount > 0
    group by credit_note_number
),

owed as (
    select notes.note, notes.credit_note_number, notes.gross
    from match_notes as notes
    where notes.role not in ('credit', 'exchange') and notes.settlement <> 'none'
        and not exists (select 1 from match_plain as plain where plain.note = notes.note)
),

judged as (
    select
        owed.credit_note_number,
        case
            when owed.gross <= coalesce(settled.amount, 0) + coalesce(explained.amount, 0) then 'settled'
            when owed.gross <= coalesce(settled.amount, 0) + coalesce(explained.amount, 0) + coalesce(written_off.amount, 0) then 'written_off'
            when settled.amount > 0 then 'part_settled'
            else 'open'
        end as state
    from owed
    left join match_settled_notes as settled on settled.note = owed.note
    left join explained on explained.credit_note_number = owed.credit_note_number
    left join match_written_off as written_off on written_off.credit_note_number = owed.credit_note_number
)

select credit_note_number, state
from judged
where state <> 'settled';

update core.credit_notes
set state = 'settled'
where state not in ('draft', 'cancelled', 'settled')
    and not exists (select 1 from match_unsettled as unsettled where unsettled.credit_note_number = credit_notes.credit_note_number);

update core.credit_notes
set state = unsettled.state
from match_unsettled as unsettled
where unsettled.credit_note_number = credit_notes.credit_note_number and unsettled.state <> credit_notes.state;

create or replace temporary table match_unmatched as
with explained as (
    select provider, refund_id, -sum(amount) as amount
    from core.residuals
    where amount < 0
    group by provider, refund_id
),

spoken as (
    select provider, refund_id, max_by(action, sequence) as action
    from core.decisions
    where action in ('ignore', 'accept') and not revoked and refund_id is not null
    group by provider, refund_id
),

reversals as (
    select distinct provider, refund_id
    from core.refunds
    where type = 'dispute_reversal' and status = 'succeeded'
),

moved as (
    select
        movements.provider, movements.refund_id, movements.type, movements.status, movements.life,
        case when movements.type = 'refund' then movements.amount else movements.gross end as amount
    from match_movements as movements
    where not exists (select 1 from match_plain as plain where plain.movement = movements.movement)
),

judged as (
    select
        moved.provider, moved.refund_id, moved.type,
        case
            when moved.type in ('refund_failure', 'dispute_reversal') or moved.type = 'refund' and moved.life = 'undone' then 'reversed'
            when moved.type = 'dispute' and reversals.refund_id is not null then 'reversed'
            when moved.status in ('failed', 'canceled') then 'failed'
            when moved.type = 'fee' then 'accepted'
            when coalesce(settled.amount, 0) + coalesce(explained.amount, 0) >= moved.amount and settled.amount > 0 then 'matched'
            when spoken.action = 'ignore' then 'ignored'
            when spoken.action = 'accept' then 'accepted'
            when moved.status = 'pending' then 'pending'
            when settled.amount > 0 then 'part_matched'
            else 'open'
        end as state
    from moved
    left join match_settled_refunds as settled
        on settled.provider = moved.provider and settled.refund_id = moved.refund_id and moved.type in ('refund', 'dispute')
    left join explained on explained.provider = moved.provider and explained.refund_id = moved.refund_id and moved.type = 'refund'
    left join spoken on spoken.provider = moved.provider and spoken.refund_id = moved.refund_id
    left join reversals on reversals.provider = moved.provider and reversals.refund_id = moved.refund_id
)

select provider, refund_id, type, state
from judged
where state <> 'matched';

update core.refunds
set state = 'matched'
where state <> 'matched'
    and not exists (
        select 1
        from match_unmatched as unmatched
        where unmatched.provider = refunds.provider and unmatched.refund_id = refunds.refund_id and unmatched.type = refunds.type
    );

update core.refunds
set state = unmatched.state
from match_unmatched as unmatched
where unmatched.provider = refunds.provider and unmatched.refund_id = refunds.refund_id and unmatched.type = refunds.type
    and unmatched.state <> refunds.state;
