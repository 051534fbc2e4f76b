-- One row per refund whose credit note is in another currency: never settled by amount.
insert into core.break_findings
select
    'currency_differs', causes.credit_note_number, refunds.provider, refunds.refund_id, refunds.order_id, null, null, refunds.rest, refunds.currency,
    cast(0 as decimal(18, 2)),
    core.say($language, 'avoir ', 'credit note ') || core.in_words($language, causes.note_gross, causes.note_currency),
    core.say($language, 'remboursé ', 'refunded ') || core.in_words($language, refunds.gross, refunds.currency),
    greatest(refunds.created_on, notes.issued_on)
from proof_refunds as refunds
inner join proof_causes as causes on causes.provider = refunds.provider and causes.refund_id = refunds.refund_id
inner join core.credit_notes as notes on notes.credit_note_number = causes.credit_note_number
where causes.kind = 'currency_differs';
