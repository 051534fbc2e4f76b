-- One row per movement of money tied to a credit note.
with shares as (
    select provider, refund_id, amount, rule, status, explanation
    from allocations
    where credit_note_number = $credit_note_number
)
select
    refunds.provider, refunds.refund_id, refunds.type, refunds.status, refunds.created_on, refunds.gross, refunds.currency,
    refunds.state, shares.amount, shares.rule, shares.status as allocation, shares.explanation,
    refunds.source_file, refunds.source_row
from refunds
join shares on shares.provider = refunds.provider and shares.refund_id = refunds.refund_id
order by refunds.created_on, refunds.refund_id, refunds.type
