-- One row per refund larger than the credit notes it settles, declared components taken off.
insert into core.break_findings
with first_notes as (
    select allocations.provider, allocations.refund_id, max(allocations.issued_on) as issued_on
    from core.allocations as allocations
    inner join proof_refunds as refunds on refunds.provider = allocations.provider and refunds.refund_id = allocations.refund_id
    where allocations.status = 'confirmed' and refunds.settled > 0
    group by allocations.provider, allocations.refund_id
)

select
    'refund_over', refunds.credit_note_number, refunds.provider, refunds.refund_id, refunds.order_id, null, null, refunds.rest, refunds.currency,
    core.vat_share(refunds.rest, refunds.order_vat, refunds.order_gross),
    core.say($language, 'avoir ', 'credit note ') || core.in_words($language, cast(refunds.settled as decimal(18, 2)), refunds.currency),
    core.say($language, 'remboursé ', 'refunded ') || core.in_words($language, refunds.gross, refunds.currency)
    || core.say($language, ' : écart ', ': difference ') || core.in_words($language, refunds.rest, refunds.currency),
    greatest(refunds.created_on, notes.issued_on)
from proof_refunds as refunds
inner join first_notes as notes on notes.provider = refunds.provider and notes.refund_id = refunds.refund_id
where refunds.settled > 0 and refunds.rest > 0;
