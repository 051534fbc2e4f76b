-- One row per credit note or refund of those named: what a person may link to.
select credit_note_number as name, credit_note_number, null as provider, null as refund_id
from core.credit_notes
where credit_note_number in (select unnest($names))
union all
select distinct refund_id as name, null as credit_note_number, provider, refund_id
from core.refunds
where refund_id in (select unnest($names)) and type in ('refund', 'dispute')
