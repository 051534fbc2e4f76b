-- One row per credit note of the month, with what its paper says of the customer, the order and the money.
with capture as (
    select order_id, arg_min(provider, (captured_at, payment_id)) as provider, arg_min(method, (captured_at, payment_id)) as method
    from core.payments
    group by order_id
),
repayment as (
    select
        allocations.credit_note_number,
        arg_max(allocations.provider, (allocations.refunded_on, allocations.refund_id)) as provider,
        max(allocations.refunded_on) as repaid_on
    from core.allocations
    join core.credit_notes as settled using (credit_note_number)
    where allocations.status = 'confirmed' and allocations.refunded_on <= settled.issued_on
    group by allocations.credit_note_number
),
credited as (
    select order_id, sum(gross) as gross
    from core.credit_notes
    where state <> 'cancelled'
    group by order_id
)
select
    notes.credit_note_number, notes.numbered_by, notes.issued_on, notes.order_id, notes.currency,
    notes.nature, notes.settlement, coalesce(notes.reason_code, ''), notes.origin_invoices,
    orders.ordered_on, orders.shipped_on,
    coalesce(orders.customer_name, ''), coalesce(orders.customer_address, ''), coalesce(orders.customer_postcode, ''),
    coalesce(orders.customer_city, ''), coalesce(orders.country, 'FR'), coalesce(orders.customer_siren, ''),
    coalesce(orders.customer_vat_id, ''), coalesce(orders.customer_email, ''),
    coalesce(orders.delivery_address, ''), coalesce(orders.delivery_postcode, ''), coalesce(orders.delivery_city, ''),
    coalesce(orders.delivery_country, ''),
    coalesce(repayment.provider, capture.provider, ''), coalesce(capture.method, ''), repayment.repaid_on,
    coalesce(credited.gross = orders.gross and notes.gross = orders.gross, false),
    coalesce(orders.vat > 0, false)
from core.credit_notes as notes
left join core.orders as orders using (order_id)
left join capture using (order_id)
left join repayment using (credit_note_number)
left join credited using (order_id)
where strftime(notes.issued_on, '%Y-%m') = $month
order by notes.series, notes.credit_note_number
