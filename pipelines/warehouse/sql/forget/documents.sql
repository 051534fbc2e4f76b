-- One row per credit note that still bears the name of a person to forget.
select notes.credit_note_number
from core.credit_notes as notes
inner join forgotten_orders as orders on orders.order_id = notes.order_id and orders.is_kept
order by notes.credit_note_number
