-- One row per second refund of the same payment and amount, when the order's credit notes are covered.
insert into core.break_findings
select
    'duplicate_refund', causes.credit_note_number, refunds.provider, refunds.refund_id, refunds.order_id, null, null, refunds.rest, refunds.currency, cast(0 as decimal(18, 2)),
    core.say($language, 'un seul remboursement de ', 'one refund of ') || core.in_words($language, refunds.gross, refunds.currency),
    core.say($language, 'remboursé deux fois : ', 'refunded twice: ') || causes.other_refund_id || core.say($language, ' le ', ' on ')
    || strftime(causes.other_on, '%d/%m/%Y') || core.say($language, ', puis ', ', then ') || refunds.refund_id || core.say($language, ' le ', ' on ')
    || strftime(refunds.created_on, '%d/%m/%Y'),
    refunds.created_on
from proof_refunds as refunds
inner join proof_causes as causes on causes.provider = refunds.provider and causes.refund_id = refunds.refund_id
where causes.kind = 'duplicate_refund';
