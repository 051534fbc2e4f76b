-- One row per number the shop gave to a credit note of its own that begins as ours do.
select credit_note_number
from core.credit_notes
where numbered_by = 'shop' and starts_with(credit_note_number, $prefix)
order by credit_note_number
limit 1
