-- No rows: what the register says is told anew.
delete from core.issued_documents;
delete from core.counter_documents;
delete from core.document_faults;
delete from core.credit_note_lines
where credit_note_number in (select credit_note_number from core.credit_notes where numbered_by = 'lettrage');
delete from core.credit_notes where numbered_by = 'lettrage';
