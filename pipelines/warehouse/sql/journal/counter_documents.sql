-- One row per account of each counter-document: the entry of the credit note it undoes, its sides swapped, on its own day.
insert into core.postings
select
    'counter_document:' || counters.counter_number as entry_id, notes.journal, counters.issued_on as booked_on, notes.account,
    notes.auxiliary, counters.counter_number as piece, counters.issued_on as piece_on,
    'Annulation ' || counters.counter_number || ' de l''avoir ' || counters.credit_note_number as wording, -notes.amount as amount,
    notes.currency, notes.currency_amount, notes.credit_note_number, null as provider, null as refund_id, notes.item
from core.counter_documents as counters
inner join core.postings as notes on notes.entry_id = 'credit_note:' || counters.credit_note_number
where counters.issued_on <= $as_of
