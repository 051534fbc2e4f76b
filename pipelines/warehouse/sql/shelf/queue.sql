-- One row per open break of one queue, the most at stake first; fifty from $offset.
select
    break_id, kind, credit_note_number, provider, refund_id, order_id, sku, payout_id, amount, currency, vat_at_stake,
    expected, found, opened_on, age_days, action, owner, comment
from breaks
where status = 'open'
  and ($queue = 'all' or $queue = case kind
      when 'credit_note_without_refund' then 'credit_notes'
      when 'refund_without_credit_note' then 'refunds'
      else 'differences'
  end)
  and ($kind = '' or kind = $kind)
  and ($text = '' or contains(lower(concat_ws(' ', credit_note_number, refund_id, order_id, sku, payout_id, expected, found)), lower($text)))
order by coalesce(abs(amount), 0) desc, break_id
limit 50 offset $offset
