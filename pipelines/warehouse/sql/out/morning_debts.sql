-- One row per return still owed money, the earliest due first, with the payment it would be refunded from.
with first_payments as (
    select order_id, min_by(provider, captured_at) as provider, min_by(payment_id, captured_at) as payment_id
    from core.payments
    group by order_id
)

select
    proofs.order_id, proofs.credit_note_number, proofs.credited - proofs.refunded as amount, proofs.currency,
    proofs.refund_due_on, coalesce(proofs.days_late, 0) as days_late, proofs.increase_due, first_payments.provider,
    first_payments.payment_id
from core.returns_proof as proofs
left join first_payments using (order_id)
where proofs.money in ('pending', 'missing') and proofs.credited > proofs.refunded
order by proofs.refund_due_on nulls last, amount desc, proofs.proof_id
