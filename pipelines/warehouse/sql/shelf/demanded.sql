-- One row per open break that only a paper of the merchant's can close: the oldest first; thirty at most of each kind.
select kind, coalesce(credit_note_number, refund_id, order_id, ''), coalesce(provider, ''), amount, currency, opened_on
from breaks
where status = 'open' and kind in ('refund_without_credit_note', 'credit_note_without_refund', 'unknown_order', 'missing_origin_invoice')
qualify row_number() over (partition by kind order by opened_on, break_id) <= 30
order by kind, opened_on, 2
