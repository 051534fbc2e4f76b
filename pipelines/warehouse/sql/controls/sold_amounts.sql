-- One row per month, country, scheme, currency and VAT rate: what the shop's invoices of that month bear.
truncate out.sold_amounts;
insert into out.sold_amounts
select
    strftime(coalesce(orders.invoice_date, orders.ordered_on), '%Y-%m') as month, parties.country,
    coalesce(parties.is_one_stop_shop, false) as is_one_stop_shop, orders.currency, lines.vat_rate,
    sum(lines.net) as net, sum(lines.vat) as vat
from core.orders as orders
inner join core.order_lines as lines on lines.order_id = orders.order_id
left join core.order_parties as parties on parties.order_id = orders.order_id
where lines.line_type <> 'gift_card'
    and (orders.invoice_number is not null or not exists (select 1 from core.orders as any_order where any_order.invoice_number is not null))
group by all
