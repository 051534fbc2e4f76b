-- One row per refund that failed and that nothing has replaced.
insert into core.break_findings
with failures as (
    select provider, refund_id, max(created_on) as failed_on
    from core.refunds
    where type = 'refund_failure'
    group by provider, refund_id
),

failed as (
    select
        refunds.provider, refunds.refund_id, refunds.gross, refunds.currency, refunds.created_at, refunds.payment_id, refunds.order_id,
        revoked.credit_note_number, coalesce(failures.failed_on, refunds.created_on) as failed_on
    from proof_movements as refunds
    left join failures on failures.provider = refunds.provider and failures.refund_id = refunds.refund_id
    left join (
        select provider, refund_id, min(credit_note_number) as credit_note_number
        from core.allocations
        where status = 'revoked' and rule <> 'decision'
        group by provider, refund_id
    ) as revoked on revoked.provider = refunds.provider and revoked.refund_id = refunds.refund_id
    where refunds.state = 'reversed' or refunds.status = 'failed'
),

candidates as (
    select failed.provider, failed.refund_id, notes.credit_note_number, notes.state
    from failed
    inner join core.credit_notes as notes on notes.credit_note_number = failed.credit_note_number
    union
    select failed.provider, failed.refund_id, notes.credit_note_number, notes.state
    from failed
    inner join core.credit_notes as notes on notes.order_id = failed.order_id
    where failed.credit_note_number is null and notes.state not in ('draft', 'cancelled')
),

owed as (
    select
        provider, refund_id, count(*) as notes, count(*) filter (where state in ('open', 'part_settled')) as open_notes,
        min(credit_note_number) filter (where state in ('open', 'part_settled')) as credit_note_number
    from candidates
    group by provider, refund_id
),

replaced as (
    select distinct failed.provider, failed.refund_id
    from failed
    inner join proof_movements as later
        on later.order_id = failed.order_id and later.gross = failed.gross and later.created_at > failed.created_at and later.state not in ('failed', 'reversed')
    where later.state = 'pending' or not exists (
        select 1
        from owed
        where owed.provider = failed.provider and owed.refund_id = failed.refund_id
    )
)

select
    'refund_failed', coalesce(failed.credit_note_number, owed.credit_note_number), failed.provider, failed.refund_id, failed.order_id, null, null,
    failed.gross, failed.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'remboursement de ', 'refund of ') || core.in_words($language, failed.gross, failed.currency) || core.say($language, ' abouti', ' completed'),
    core.say($language, 'échoué le ', 'failed on ') || strftime(failed.failed_on, '%d/%m/%Y') || core.say($language, ', rien ne l''a remplacé', ', nothing replaced it'),
    failed.failed_on
from failed
left join owed on owed.provider = failed.provider and owed.refund_id = failed.refund_id
left join replaced on replaced.provider = failed.provider and replaced.refund_id = failed.refund_id
where replaced.refund_id is null and (owed.notes is null or owed.open_notes > 0);
