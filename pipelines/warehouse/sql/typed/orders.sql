-- One row per order line in each file that has it, exact.
create or replace temp table typed as
select
    concat_ws(chr(31), lines.order_id, lines.line_id) as identity,
    instant_of(lines.updated_at) as updated_at, 0 as finality, files.latest_at,
    lines.source_file, lines.source_row, local_day(instant_of(lines.ordered_at), $time_zone) as happened_on,
    lines.order_id, instant_of(lines.ordered_at) as ordered_at, lines.invoice_number,
    day_of(lines.invoice_date) as invoice_date, lines.customer_id, lines.customer_name, lines.customer_email,
    lines.customer_address, lines.customer_postcode, lines.customer_city, lines.customer_siren, lines.customer_vat_id,
    country_code(lines.country) as country, lines.delivery_address, lines.delivery_postcode, lines.delivery_city,
    country_code(lines.delivery_country) as delivery_country, instant_of(lines.shipped_at) as shipped_at,
    instant_of(lines.delivered_at) as delivered_at, lines.currency, lines.status, lines.line_id, lines.line_type,
    lines.sku, lines.title, quantity_of(lines.quantity) as quantity, price_of(lines.unit_price_net) as unit_price_net,
    price_of(lines.unit_price_gross) as unit_price_gross, rate_of(lines.vat_rate) as vat_rate,
    amount_of(lines.discount_net) as discount_net, amount_of(lines.discount_gross) as discount_gross, lines.channel
from raw.orders as lines
inner join raw.files as files on files.sha256 = lines.source_file
anti join raw.rejected_rows as refused using (source_file, source_row);
