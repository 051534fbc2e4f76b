-- One row per counter-document: the credit note it undoes, in full.
insert into core.counter_documents
select $counter_number, credit_note_number, $issued_on, $reason, net, vat, gross, currency, $document, $paper
from core.credit_notes
where credit_note_number = $credit_note_number and cast($issued_on as date) <= $as_of
