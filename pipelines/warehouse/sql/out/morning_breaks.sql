-- One row per open break, the most at stake first.
select
    break_id, kind, coalesce(credit_note_number, order_id, refund_id, sku, payout_id, '') as subject, amount, currency,
    expected, found, action, age_days
from core.breaks
where status = 'open'
order by coalesce(abs(amount), 0) desc, break_id
