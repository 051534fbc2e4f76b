-- One row per refund past its day that no credit note documents.
insert into core.break_findings
select
    'refund_without_credit_note', null, refunds.provider, refunds.refund_id, refunds.order_id, null, null, refunds.rest, refunds.currency,
    core.vat_share(refunds.rest, refunds.order_vat, refunds.order_gross),
    core.say($language, 'un avoir de ', 'a credit note of ') || core.in_words($language, refunds.rest, refunds.currency),
    core.say($language, 'remboursé ', 'refunded ') || core.in_words($language, refunds.gross, refunds.currency)
    || core.say($language, ' le ', ' on ') || strftime(refunds.created_on, '%d/%m/%Y') || core.say($language, ', sans avoir', ', no credit note'),
    refunds.created_on + cast($credit_note_due_days + 1 as integer)
from proof_refunds as refunds
cross join proof_observed as observed
left join proof_causes as causes on causes.provider = refunds.provider and causes.refund_id = refunds.refund_id
where refunds.settled = 0 and refunds.rest > 0 and observed.document and causes.kind is null
    and refunds.created_on + cast($credit_note_due_days as integer) < $as_of;
