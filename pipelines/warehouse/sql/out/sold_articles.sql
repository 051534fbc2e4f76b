-- One row per month and article: how many were ordered, up to the day looked from.
truncate out.sold_articles;
insert into out.sold_articles
select strftime(orders.ordered_on, '%Y-%m') as month, lines.sku, min(lines.title) as title, sum(lines.quantity) as quantity
from core.order_lines as lines
join core.orders as orders using (order_id)
where lines.line_type = 'product' and orders.ordered_on <= $as_of
group by all
