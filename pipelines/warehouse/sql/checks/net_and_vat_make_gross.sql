-- One row: how many credit notes do not add up, or have no key.
select count(*)
from core.credit_notes
where net + vat <> gross or credit_note_number = ''
