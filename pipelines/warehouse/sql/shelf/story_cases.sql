-- One row per return that a number names: its order, credit note, return or refund; twenty at most.
with notes as (
    select credit_note_number from allocations where refund_id in ($exact, $upper, $lower)
)
select
    proof_id, order_id, return_id, credit_note_number, document, money, goods, credited, refunded, currency, opened_on,
    refund_due_on, days_late, increase_due, explanation
from returns_proof
where proof_id = $exact or order_id in ($exact, $upper, $lower) or return_id in ($exact, $upper, $lower)
    or credit_note_number in ($exact, $upper, $lower) or credit_note_number in (select notes.credit_note_number from notes)
order by opened_on, proof_id
limit 20
