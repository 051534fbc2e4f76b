-- One row per open break of one queue, the most at stake first; one page from $offset.
select
    break_id, kind, credit_note_number, provider, refund_id, order_id, sku, payout_id, amount, currency, vat_at_stake,
    expected, found, opened_on, age_days, action, owner, comment
from open_breaks
where ($queue = 'all' or queue = $queue) and ($kind = '' or kind = $kind) and ($text = '' or contains(text, lower($text)))
order by rank
limit $length offset $offset
