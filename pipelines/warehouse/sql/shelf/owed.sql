-- One row per return still owed money, the first due first; one page from $offset.
select
    proof_id, order_id, credit_note_number, return_id, credited, refunded, currency, opened_on, refund_due_on, days_late,
    increase_due, explanation
from owed_returns
where rank > $offset and rank <= $offset + $length
order by rank
