-- One row per break or pair of those asked for, as it stands: what a person may decide about.
with items as (
    select
        left(sha256(break_id), 24) as row_key, kind, credit_note_number, provider, refund_id, order_id, sku, currency, amount,
        vat_at_stake, false as is_sealed
    from core.breaks
    where status <> 'closed'
    union all
    select
        left(sha256('pair|' || pairs.credit_note_number || '|' || pairs.provider || '|' || pairs.refund_id), 24) as row_key,
        'pair ' || pairs.status as kind, pairs.credit_note_number, pairs.provider, pairs.refund_id, null as order_id,
        null as sku, pairs.currency, pairs.amount, null as vat_at_stake,
        coalesce(notes.state = 'sealed' and refunds.state = 'sealed', false) as is_sealed
    from core.allocations as pairs
    left join core.periods as notes on notes.month = strftime(pairs.issued_on, '%Y-%m')
    left join core.periods as refunds on refunds.month = strftime(pairs.refunded_on, '%Y-%m')
    where pairs.status in ('proposed', 'confirmed')
)
select row_key, kind, credit_note_number, provider, refund_id, order_id, sku, currency, amount, vat_at_stake, is_sealed
from items
where row_key in (select unnest($keys))
