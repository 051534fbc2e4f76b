-- One row per number given before the shop was taken over.
select document_number from core.opening_numbers order by document_number
