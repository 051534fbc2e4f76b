-- One row per article most returned since a day, or most returned faulty: sold, sent back, faulty, money credited; twelve at most.
with sold as (
    select sku, min(title) as title, sum(quantity) as quantity
    from out.sold_articles
    where month between strftime($articles_since, '%Y-%m') and $month
    group by sku
),
lines as (
    select sku, title, quantity, gross, coalesce(reason_code in ('defective', 'quality', 'not_as_described'), false) as is_faulty
    from out.returned_lines
    where issued_on <= $until and coalesce(ordered_on, issued_on) >= $articles_since and currency = $currency
),
back as (
    select
        sku, min(title) as title, sum(quantity) as quantity, coalesce(sum(quantity) filter (is_faulty), 0) as faulty,
        sum(gross) filter (is_faulty or not $only_faulty) as gross
    from lines
    group by sku
)
select
    coalesce(back.sku, '—'), coalesce(sold.title, back.title), coalesce(sold.quantity, 0)::integer, back.quantity::integer,
    back.faulty::integer, back.gross::decimal(18, 2)
from back
left join sold on sold.sku = back.sku
where back.faulty > 0 or not $only_faulty
order by if($only_faulty, back.faulty, 0) desc, back.gross desc, back.sku
limit 12
