-- One row per return still owed money, the latest due first; two hundred at most.
select
    proof_id, order_id, credit_note_number, return_id, credited, refunded, currency, opened_on, refund_due_on, days_late,
    increase_due, explanation
from returns_proof
where money in ('pending', 'missing') and credited > refunded
order by refund_due_on nulls last, credited desc, proof_id
limit 200
