-- One row per order line, in the plain format, written to $path.
copy (
    with last_states as (select number, max_by(status, changed_at) as status from sample.order_states group by number)
    select
        orders.order_id, sample.iso(ordered_at) as ordered_at, invoice_number, if(invoice_number is null, null, ordered_at::date) as invoice_date,
        customer_id,
        case when story = 'document_invalid' then null when company > 0 then people.companies[company] else person end as customer_name,
        lower(replace(strip_accents(person), ' ', '.')) || '.' || customer || '@example.org' as customer_email,
        if(story = 'document_invalid', null, address) as customer_address, if(story = 'document_invalid', null, town.postcode) as customer_postcode,
        if(story = 'document_invalid', null, town.city) as customer_city, people.sirens[nullif(company, 0)] as customer_siren, country,
        sample.iso(if(shipped_at < ends_at, shipped_at, null)) as shipped_at, sample.iso(if(delivered_at < ends_at, delivered_at, null)) as delivered_at,
        currency, last_states.status, orders.order_id || '-' || line as line_id, line_type, sku, title, quantity, unit_price as unit_price_gross, vat_rate,
        nullif(quantity * unit_discount, 0)::decimal(18, 2) as discount_gross
    from sample.orders
    inner join sample.order_lines as lines using (number)
    inner join last_states using (number)
    cross join sample.people
    cross join sample.settings
    order by ordered_at, number, line
) to $path (format csv, header);
