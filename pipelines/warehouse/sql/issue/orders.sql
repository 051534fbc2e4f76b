-- One row per order asked for: its invoice, its customer, how it was paid.
with capture as (
    select order_id, arg_min(provider, (captured_at, payment_id)) as provider, arg_min(method, (captured_at, payment_id)) as method
    from core.payments
    where list_contains($order_ids, order_id)
    group by order_id
),
credited as (
    select order_id, sum(gross) as gross
    from core.credit_notes
    where state not in ('draft', 'cancelled') and list_contains($order_ids, order_id)
    group by order_id
)
select
    orders.order_id, orders.currency, orders.gross, coalesce(credited.gross, 0), orders.invoice_number,
    coalesce(orders.invoice_date, orders.ordered_on), orders.ordered_on, orders.shipped_on,
    coalesce(orders.customer_name, ''), coalesce(orders.customer_address, ''), coalesce(orders.customer_postcode, ''),
    coalesce(orders.customer_city, ''), orders.country, coalesce(orders.customer_siren, ''),
    coalesce(orders.customer_vat_id, ''), coalesce(orders.customer_email, ''),
    coalesce(orders.delivery_address, ''), coalesce(orders.delivery_postcode, ''), coalesce(orders.delivery_city, ''),
    coalesce(orders.delivery_country, ''), coalesce(capture.provider, ''), coalesce(capture.method, '')
from core.orders as orders
left join capture on capture.order_id = orders.order_id
left join credited on credited.order_id = orders.order_id
where list_contains($order_ids, orders.order_id)
