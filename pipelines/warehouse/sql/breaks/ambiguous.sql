-- One row per pair of an order, or of a customer, where several answers are equally good.
insert into core.break_findings
select
    'ambiguous', allocations.credit_note_number, allocations.provider, allocations.refund_id, notes.order_id, null, null, allocations.amount,
    allocations.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'avoir ', 'credit note ') || core.in_words($language, notes.gross, notes.currency) || core.say($language, ', un seul remboursement possible', ', one refund only'),
    core.say($language, 'remboursement ', 'refund ') || allocations.refund_id
    || core.say($language, ' : plusieurs avoirs lui conviennent aussi bien', ': several credit notes fit it equally'),
    greatest(allocations.refunded_on, allocations.issued_on)
from core.allocations as allocations
inner join core.credit_notes as notes on notes.credit_note_number = allocations.credit_note_number
where allocations.status = 'proposed' and allocations.rule = 'ambiguous';
