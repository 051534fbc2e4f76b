-- One row per month, the last 24 up to $month: orders and what came back, by order date and by return date.
with months as (
    select strftime(ordered_on, '%Y-%m') as month from core.orders
    union
    select strftime(issued_on, '%Y-%m') from core.credit_notes
),
sold as (
    select strftime(ordered_on, '%Y-%m') as month, count(*) as orders, sum(gross) filter (currency = $currency) as revenue
    from core.orders
    where ordered_on <= $until
    group by 1
),
articles as (
    select month, sum(quantity) as quantity
    from out.sold_articles
    group by month
),
back_by_order as (
    select
        strftime(ordered_on, '%Y-%m') as month, count(distinct order_id) as orders, sum(quantity) as quantity,
        sum(gross) filter (currency = $currency) as gross
    from out.returned_lines
    where issued_on <= $until and ordered_on is not null
    group by 1
),
back_by_return as (
    select
        strftime(issued_on, '%Y-%m') as month, count(distinct order_id) as orders, sum(quantity) as quantity,
        sum(gross) filter (currency = $currency) as gross, sum(refunded) filter (currency = $currency) as refunded
    from out.returned_lines
    where issued_on <= $until
    group by 1
)
select
    months.month,
    coalesce(sold.orders, 0)::integer, coalesce(articles.quantity, 0)::integer, coalesce(sold.revenue, 0)::decimal(18, 2),
    coalesce(back_by_order.orders, 0)::integer, coalesce(back_by_order.quantity, 0)::integer, coalesce(back_by_order.gross, 0)::decimal(18, 2),
    coalesce(back_by_return.orders, 0)::integer, coalesce(back_by_return.quantity, 0)::integer, coalesce(back_by_return.gross, 0)::decimal(18, 2),
    coalesce(back_by_return.refunded, 0)::decimal(18, 2)
from months
left join sold on sold.month = months.month
left join articles on articles.month = months.month
left join back_by_order on back_by_order.month = months.month
left join back_by_return on back_by_return.month = months.month
where months.month <= $month
order by months.month desc
limit 24
