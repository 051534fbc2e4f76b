-- One row per movement of money tied to the credit notes or the order of a return.
select
    refunds.provider, refunds.refund_id, refunds.type, refunds.status, refunds.created_on, refunds.gross, refunds.currency,
    refunds.state, allocations.amount, allocations.rule, allocations.status as allocation, allocations.explanation,
    refunds.source_file, refunds.source_row
from refunds
join allocations on allocations.provider = refunds.provider and allocations.refund_id = refunds.refund_id
where allocations.credit_note_number = $credit_note_number
order by refunds.created_on, refunds.refund_id, refunds.type
