-- One row: when a credit note was issued, and how it is to be settled.
select issued_on, settlement
from credit_notes
where credit_note_number = $credit_note_number
