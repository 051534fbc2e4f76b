-- One row per credit note or counter-document of the month that we issued: the document as it was issued, and its paper's hash.
select documents.credit_note_number, documents.document, documents.paper, false as is_counter
from core.issued_documents as documents
inner join core.credit_notes as notes on notes.credit_note_number = documents.credit_note_number
where strftime(notes.issued_on, '%Y-%m') = $month
union all
select counters.counter_number, counters.document, counters.paper, true
from core.counter_documents as counters
where strftime(counters.issued_on, '%Y-%m') = $month and counters.document <> ''
order by is_counter, 1
