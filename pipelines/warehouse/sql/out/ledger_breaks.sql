-- One row per break opened by the last day looked at and not closed, aged at that day.
select
    break_id, kind, opened_on, date_diff('day', opened_on, cast($until as date)) as age_days, credit_note_number, provider,
    refund_id, order_id, sku, payout_id, currency, amount, vat_at_stake, expected, found, action, status, owner, comment
from core.breaks
where opened_on <= $until and status <> 'closed'
order by status desc, opened_on, kind, break_id
