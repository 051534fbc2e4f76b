-- One row per customer, under a pseudonym, with the most returned orders over a year: at least three, and half of what they bought.
with bought as (
    select customer_id, count(*) as orders
    from core.orders
    where ordered_on between $twelve_since and $until and customer_id <> ''
    group by customer_id
),
back as (
    select customer_id, count(distinct order_id) as orders, sum(gross) as gross
    from out.returned_lines
    where issued_on between $twelve_since and $until and customer_id <> ''
    group by customer_id
)
select
    'C-' || upper(substr(sha256(bought.customer_id), 1, 6)), bought.orders::integer, back.orders::integer, back.gross::decimal(18, 2)
from bought
join back using (customer_id)
where back.orders >= 3 and back.orders * 2 >= bought.orders
order by 4 desc, 1
limit 10
