-- One row per credit note to establish, as it would be written.
select order_id, gross, currency, explanation, document
from core.drafts
order by happened_on, draft_id
