-- One row per break of those asked for, as it stands on the shelf: what a person may decide about.
select break_id, kind, credit_note_number, provider, refund_id, order_id, sku, currency, amount, vat_at_stake, false
from breaks
where status <> 'closed' and break_id in (select unnest($keys))
order by break_id
