-- One row per credit note whose refunds come to less, declared components taken off.
insert into core.break_findings
with last_refunds as (
    select
        allocations.credit_note_number, max_by(allocations.provider, (allocations.refunded_on, allocations.refund_id)) as provider,
        max_by(allocations.refund_id, (allocations.refunded_on, allocations.refund_id)) as refund_id, max(allocations.refunded_on) as refunded_on
    from core.allocations as allocations
    inner join proof_notes as notes on notes.credit_note_number = allocations.credit_note_number
    where allocations.status = 'confirmed' and notes.settled > 0
    group by allocations.credit_note_number
),

under_way as (
    select credit_note_number, sum(amount) as amount
    from core.allocations
    where status = 'proposed' and rule = 'pending'
    group by credit_note_number
)

select
    'refund_under', notes.credit_note_number, refunds.provider, refunds.refund_id, notes.order_id, null, null, notes.rest, notes.currency,
    core.vat_share(notes.rest, notes.vat, notes.gross),
    core.say($language, 'avoir ', 'credit note ') || core.in_words($language, notes.gross, notes.currency),
    core.say($language, 'remboursé ', 'refunded ') || core.in_words($language, notes.settled, notes.currency)
    || core.say($language, ' : écart ', ': difference ') || core.in_words($language, notes.rest, notes.currency),
    greatest(refunds.refunded_on, notes.issued_on)
from proof_notes as notes
inner join last_refunds as refunds on refunds.credit_note_number = notes.credit_note_number
left join under_way on under_way.credit_note_number = notes.credit_note_number
where notes.settled > 0 and notes.rest > coalesce(under_way.amount, 0);
