-- One row per decision about a credit note, or about its order where the decision names no credit note.
select decided_at, author, action, coalesce(comment, reason, owner, '') as words, revoked
from decisions
where credit_note_number = $credit_note_number or (credit_note_number is null and order_id = $order_id)
order by sequence
