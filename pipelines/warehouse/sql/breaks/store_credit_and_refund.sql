-- One row per refund made on top of a store credit.
insert into core.break_findings
select
    'store_credit_and_refund', causes.credit_note_number, refunds.provider, refunds.refund_id, refunds.order_id, null, null, refunds.rest,
    refunds.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'bon d''achat, aucun remboursement', 'store credit, no refund'),
    core.say($language, 'remboursé en plus ', 'refunded on top ') || core.in_words($language, refunds.gross, refunds.currency),
    greatest(refunds.created_on, notes.issued_on)
from proof_refunds as refunds
inner join proof_causes as causes on causes.provider = refunds.provider and causes.refund_id = refunds.refund_id
inner join core.credit_notes as notes on notes.credit_note_number = causes.credit_note_number
where causes.kind = 'store_credit_and_refund';
