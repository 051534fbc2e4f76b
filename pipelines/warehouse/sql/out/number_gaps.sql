-- One row per stretch of missing numbers that ends in the month, as its break names it.
select breaks.expected
from core.breaks as breaks
inner join core.credit_notes as notes on notes.credit_note_number = breaks.credit_note_number
where breaks.kind = 'number_gap' and strftime(notes.issued_on, '%Y-%m') = $month
order by breaks.expected
