-- One row per credit note, then per movement of money back: the one state each ends in.
update core.credit_notes
set state = states.state
from (
    with explained as (
        select credit_note_number, sum(amount) as amount
        from core.residuals
        where amount > 0
        group by credit_note_number
    ),

    written_off as (
        select credit_note_number, max(coalesce(amount, cast(1000000000000 as decimal(18, 2)))) as amount
        from core.decisions
        where action = 'write_off' and not revoked and credit_note_number is not null
        group by credit_note_number
    )

    select
        notes.credit_note_number,
        case
            when notes.role in ('credit', 'exchange') or notes.settlement = 'none' then 'settled'
            when notes.gross <= coalesce(settled.amount, 0) + coalesce(explained.amount, 0) then 'settled'
            when notes.gross <= coalesce(settled.amount, 0) + coalesce(explained.amount, 0) + coalesce(written_off.amount, 0) then 'written_off'
            when settled.amount > 0 then 'part_settled'
            else 'open'
        end as state
    from match_rest_notes as notes
    left join match_settled_notes as settled on settled.credit_note_number = notes.credit_note_number
    left join explained on explained.credit_note_number = notes.credit_note_number
    left join written_off on written_off.credit_note_number = notes.credit_note_number
    union all
    select credit_note_number, 'settled'
    from match_plain
) as states
where states.credit_note_number = credit_notes.credit_note_number and states.state <> credit_notes.state;

update core.refunds
set state = states.state
from (
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
    )

    select
        refunds.provider, refunds.refund_id, refunds.type,
        case
            when refunds.type in ('refund_failure', 'dispute_reversal') or refunds.type = 'refund' and refunds.life = 'undone' then 'reversed'
            when refunds.type = 'dispute' and reversals.refund_id is not null then 'reversed'
            when refunds.status in ('failed', 'canceled') then 'failed'
            when refunds.type = 'fee' then 'accepted'
            when coalesce(settled.amount, 0) + coalesce(explained.amount, 0) >= case when refunds.type = 'refund' then refunds.worth else refunds.gross end and settled.amount > 0 then 'matched'
            when spoken.action = 'ignore' then 'ignored'
            when spoken.action = 'accept' then 'accepted'
            when refunds.status = 'pending' then 'pending'
            when settled.amount > 0 then 'part_matched'
            else 'open'
        end as state
    from match_rest_movements as refunds
    left join match_settled_refunds as settled
        on settled.provider = refunds.provider and settled.refund_id = refunds.refund_id and refunds.type in ('refund', 'dispute')
    left join explained on explained.provider = refunds.provider and explained.refund_id = refunds.refund_id and refunds.type = 'refund'
    left join spoken on spoken.provider = refunds.provider and spoken.refund_id = refunds.refund_id
    left join reversals on reversals.provider = refunds.provider and reversals.refund_id = refunds.refund_id
    union all
    select provider, refund_id, 'refund', 'matched'
    from match_plain
) as states
where states.provider = refunds.provider and states.refund_id = refunds.refund_id and states.type = refunds.type
    and states.state <> refunds.state;
