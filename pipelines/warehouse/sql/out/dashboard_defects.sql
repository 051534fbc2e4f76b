-- One row per article that came back faulty over the last twelve months: sold, sent back, faulty, money credited; twelve at most.
with sold as (
    select lines.sku, min(lines.title) as title, sum(lines.quantity) as quantity
    from core.order_lines as lines
    join core.orders as orders using (order_id)
    where lines.line_type = 'product' and orders.ordered_on between $twelve_since and $until
    group by lines.sku
),
faulty as (
    select
        sku, min(title) as title, sum(quantity) as returned,
        sum(quantity) filter (reason_code in ('defective', 'quality', 'not_as_described')) as faulty,
        sum(gross) filter (reason_code in ('defective', 'quality', 'not_as_described')) as gross
    from out.returned_lines
    where issued_on <= $until and coalesce(ordered_on, issued_on) >= $twelve_since and currency = $currency
    group by sku
)
select
    coalesce(faulty.sku, '—'), coalesce(sold.title, faulty.title), coalesce(sold.quantity, 0)::integer, faulty.returned::integer,
    faulty.faulty::integer, faulty.gross::decimal(18, 2)
from faulty
left join sold on sold.sku = faulty.sku
where faulty.faulty > 0
order by faulty.faulty desc, faulty.gross desc, faulty.sku
limit 12
