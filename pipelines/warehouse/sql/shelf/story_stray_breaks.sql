-- One row per break about a movement of money.
select kind, expected, found, amount, currency, opened_on, age_days, action, owner, comment, status
from breaks
where refund_id = $refund_id and provider = $provider
order by opened_on, kind
