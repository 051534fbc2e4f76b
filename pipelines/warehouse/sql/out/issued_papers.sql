-- One row per credit note of the month that we issued: the document as it was issued.
select documents.credit_note_number, documents.document
from core.issued_documents as documents
inner join core.credit_notes as notes on notes.credit_note_number = documents.credit_note_number
where strftime(notes.issued_on, '%Y-%m') = $month
