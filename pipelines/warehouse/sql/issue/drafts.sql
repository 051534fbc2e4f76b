-- One row per draft, in the order they would be numbered.
select draft_id, order_id, provider, refund_id, return_id, readiness, explanation, happened_on, gross, currency, document
from core.drafts
order by happened_on, order_id, draft_id
