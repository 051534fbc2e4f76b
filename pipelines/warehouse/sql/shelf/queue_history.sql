-- One row per decision about a break among $keys, the first said first.
select breaks.break_id, decisions.decided_at, decisions.author, decisions.action, coalesce(decisions.comment, decisions.reason, decisions.owner, ''), decisions.revoked
from breaks
inner join decisions
    on coalesce(decisions.kind, breaks.kind) = breaks.kind
    and coalesce(decisions.credit_note_number, breaks.credit_note_number, '') = coalesce(breaks.credit_note_number, '')
    and coalesce(decisions.provider, breaks.provider, '') = coalesce(breaks.provider, '')
    and coalesce(decisions.refund_id, breaks.refund_id, '') = coalesce(breaks.refund_id, '')
    and coalesce(decisions.order_id, breaks.order_id, '') = coalesce(breaks.order_id, '')
    and coalesce(decisions.sku, breaks.sku, '') = coalesce(breaks.sku, '')
where breaks.break_id in (select unnest($keys))
    and coalesce(decisions.credit_note_number, decisions.refund_id, decisions.order_id, decisions.sku, decisions.kind) is not null
order by breaks.break_id, decisions.sequence
