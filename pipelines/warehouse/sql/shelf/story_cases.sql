-- One row per return that a number names: its order, credit note, return or refund; twenty at most.
with notes as materialized (
    select credit_note_number from allocations where refund_id in ($exact, $upper, $lower)
),
named as materialized (
    select proof_id from returns_proof where proof_id = $exact
    union all
    select proof_id from returns_proof where order_id in ($exact, $upper, $lower)
    union all
    select proof_id from returns_proof where return_id in ($exact, $upper, $lower)
    union all
    select proof_id from returns_proof where credit_note_number in ($exact, $upper, $lower)
    union all
    select proof_id from returns_proof where credit_note_number in (select notes.credit_note_number from notes)
)
select
    proof_id, order_id, return_id, credit_note_number, document, money, goods, credited, refunded, currency, opened_on,
    refund_due_on, days_late, increase_due, explanation
from returns_proof
where proof_id in (select named.proof_id from named)
order by opened_on, proof_id
limit 20
