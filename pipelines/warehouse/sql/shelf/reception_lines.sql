-- One row per article line of an order, with the return already announced for it, if any.
with announced as (
    select
        lines.return_id, lines.line_id, lines.sku, lines.quantity, lines.reason_code, returns.notified_at, returns.sent_at
    from return_lines as lines
    join returns using (return_id)
    where lower(returns.order_id) = lower($order_id) and lines.received_on is null
)
select
    lines.order_id, lines.line_id, lines.sku, lines.title, lines.quantity, announced.return_id, announced.line_id,
    announced.quantity, announced.reason_code, announced.notified_at, announced.sent_at
from order_lines as lines
left join announced on announced.sku = lines.sku and coalesce(announced.line_id, lines.line_id) = lines.line_id
where lower(lines.order_id) = lower($order_id) and lines.line_type = 'product'
order by lines.line_id
