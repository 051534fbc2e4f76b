-- One row per decision about a break among $keys, the first said first.
with shown as materialized (
    select break_id, kind, credit_note_number, provider, refund_id, order_id, sku
    from breaks
    where break_id in (select unnest($keys))
),
near as materialized (
    select sequence, decided_at, author, action, comment, reason, owner, revoked, kind, credit_note_number, provider, refund_id, order_id, sku
    from decisions
    where credit_note_number in (select shown.credit_note_number from shown) or refund_id in (select shown.refund_id from shown)
        or order_id in (select shown.order_id from shown) or sku in (select shown.sku from shown)
)
select
    shown.break_id, near.decided_at, near.author, near.action, coalesce(near.comment, near.reason, near.owner, ''), near.revoked
from shown
inner join near
    on coalesce(near.kind, shown.kind) = shown.kind
    and coalesce(near.credit_note_number, shown.credit_note_number, '') = coalesce(shown.credit_note_number, '')
    and coalesce(near.provider, shown.provider, '') = coalesce(shown.provider, '')
    and coalesce(near.refund_id, shown.refund_id, '') = coalesce(shown.refund_id, '')
    and coalesce(near.order_id, shown.order_id, '') = coalesce(shown.order_id, '')
    and coalesce(near.sku, shown.sku, '') = coalesce(shown.sku, '')
order by shown.break_id, near.sequence
