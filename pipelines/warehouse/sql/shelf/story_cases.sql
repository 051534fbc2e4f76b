-- One row per return that a number names: its order, credit note, return or refund; twenty at most.
select distinct
    proofs.proof_id, proofs.order_id, proofs.return_id, proofs.credit_note_number, proofs.document, proofs.money, proofs.goods,
    proofs.credited, proofs.refunded, proofs.currency, proofs.opened_on, proofs.refund_due_on, proofs.days_late, proofs.explanation
from returns_proof as proofs
left join allocations on allocations.credit_note_number = proofs.credit_note_number
where lower($text) in (lower(proofs.order_id), lower(proofs.return_id), lower(proofs.credit_note_number), lower(allocations.refund_id))
   or lower($text) = lower(proofs.proof_id)
order by proofs.opened_on, proofs.proof_id
limit 20
