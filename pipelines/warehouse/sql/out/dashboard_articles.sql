-- One row per article most returned over the last three months: sold, sent back, money, by order date.
with sold as (
    select lines.sku, min(lines.title) as title, sum(lines.quantity) as quantity
    from core.order_lines as lines
    join core.orders as orders using (order_id)
    where lines.line_type = 'product' and orders.ordered_on between $quarter_since and $until
    group by lines.sku
),
back as (
    select
        sku, min(title) as title, sum(quantity) as quantity, sum(gross) as gross,
        sum(quantity) filter (reason_code in ('defective', 'quality', 'not_as_described')) as faulty
    from out.returned_lines
    where issued_on <= $until and coalesce(ordered_on, issued_on) >= $quarter_since and currency = $currency
    group by sku
)
select
    coalesce(back.sku, '—'), coalesce(sold.title, back.title), coalesce(sold.quantity, 0)::integer, back.quantity::integer,
    coalesce(back.faulty, 0)::integer, back.gross::decimal(18, 2)
from back
left join sold on sold.sku = back.sku
order by back.gross desc, back.sku
limit 12
