-- One row per break about a credit note, or about its order where the break names no credit note.
select kind, expected, found, amount, currency, opened_on, age_days, action, owner, comment, status
from breaks
where credit_note_number = $credit_note_number or (credit_note_number is null and order_id = $order_id)
order by opened_on, kind
