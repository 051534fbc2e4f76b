-- One row per pair a person confirmed or linked, in the order decided, with what each side is worth.
with spoken as (
    select
        sequence, credit_note_number, provider, refund_id, action, author, amount,
        row_number() over (partition by credit_note_number, provider, refund_id order by sequence desc) as latest
    from core.decisions
    where action in ('confirm', 'link', 'reject', 'unmatch') and not revoked
        and credit_note_number is not null and refund_id is not null and provider is not null
),

said as (
    select distinct provider, refund_id
    from spoken
),

movements as (
    select refunds.movement, refunds.provider, refunds.refund_id, refunds.currency, refunds.amount
    from match_refunds as refunds
    inner join said on said.provider = refunds.provider and said.refund_id = refunds.refund_id
    where refunds.life in ('live', 'pending')
    union all
    select disputes.movement, disputes.provider, disputes.refund_id, disputes.currency, disputes.gross
    from match_movements as disputes
    inner join said on said.provider = disputes.provider and said.refund_id = disputes.refund_id
    where disputes.type = 'dispute' and disputes.status in ('succeeded', 'pending')
        and not exists (
            select 1
            from match_refunds as refunds
            where refunds.provider = disputes.provider and refunds.refund_id = disputes.refund_id
        )
        and not exists (
            select 1
            from core.refunds as reversals
            where reversals.provider = disputes.provider and reversals.refund_id = disputes.refund_id
                and reversals.type = 'dispute_reversal' and reversals.status = 'succeeded'
        )
)

select
    notes.note, movements.movement, spoken.amount, spoken.author, notes.gross as owed, movements.amount as paid,
    notes.currency = movements.currency as is_same_currency
from spoken
inner join match_notes as notes on notes.credit_note_number = spoken.credit_note_number
inner join movements on movements.provider = spoken.provider and movements.refund_id = spoken.refund_id
where spoken.latest = 1 and spoken.action in ('confirm', 'link')
order by spoken.sequence
