-- One row per return still owed money, the first due first: made once for an edition, then turned over by pages.
create table if not exists owed_returns as
select
    proof_id, order_id, credit_note_number, return_id, credited, refunded, currency, opened_on, refund_due_on, days_late,
    increase_due, explanation,
    row_number() over (order by refund_due_on nulls last, credited desc, proof_id) as rank
from returns_proof
where money in ('pending', 'missing') and credited > refunded
