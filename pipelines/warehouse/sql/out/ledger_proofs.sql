-- One row per return opened in the month: document, money and goods side by side.
select
    proof_id, opened_on, order_id, return_id, credit_note_number, document, money, goods, currency, credited, refunded,
    refund_due_on, days_late, increase_due, explanation
from core.returns_proof
where opened_on between $first and $until
order by opened_on, proof_id
