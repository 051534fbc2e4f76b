-- One row per open break, in its queue, the most at stake first: made once for an edition.
create table if not exists open_breaks as
select
    break_id, kind, credit_note_number, provider, refund_id, order_id, sku, payout_id, amount, currency, vat_at_stake,
    expected, found, opened_on, age_days, action, owner, comment,
    case kind
        when 'credit_note_without_refund' then 'credit_notes'
        when 'refund_without_credit_note' then 'refunds'
        else 'differences'
    end as queue,
    lower(concat_ws(' ', credit_note_number, refund_id, order_id, sku, payout_id, expected, found, owner, comment)) as text,
    row_number() over (order by coalesce(abs(amount), 0) desc, break_id) as rank
from breaks
where status = 'open'
