-- One row per article line of an order, with the return already announced for it, if any.
with waited as (
    select return_id, line_id, sku, quantity, reason_code
    from return_lines
    where order_id in ($exact, $upper, $lower) and received_on is null
),
notices as (
    select return_id, notified_at, sent_at
    from returns
    where order_id in ($exact, $upper, $lower)
),
announced as (
    select waited.return_id, waited.line_id, waited.sku, waited.quantity, waited.reason_code, notices.notified_at, notices.sent_at
    from waited
    join notices using (return_id)
)
select
    lines.order_id, lines.line_id, lines.sku, lines.title, lines.quantity, announced.return_id, announced.line_id,
    announced.quantity, announced.reason_code, announced.notified_at, announced.sent_at
from order_lines as lines
left join announced on announced.sku = lines.sku and coalesce(announced.line_id, lines.line_id) = lines.line_id
where lines.order_id in ($exact, $upper, $lower) and lines.line_type = 'product'
order by lines.line_id
