-- One row per credit note or refund bearing the name given: what a person may link to.
select credit_note_number as name, credit_note_number, null as provider, null as refund_id
from credit_notes
where credit_note_number = $name
union all
select distinct refund_id as name, null as credit_note_number, provider, refund_id
from refunds
where refund_id = $name and type in ('refund', 'dispute')
