-- One row per open break of $kinds, the oldest first; thirty at most of each kind.
select kind, coalesce(credit_note_number, refund_id, order_id, ''), coalesce(provider, ''), amount, currency, opened_on
from breaks
where status = 'open' and list_contains(cast($kinds as varchar[]), kind)
qualify row_number() over (partition by kind order by opened_on, break_id) <= 30
order by kind, opened_on, 2
