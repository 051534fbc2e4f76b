-- One row per order: its head as its latest row says, its totals as its lines add up.
insert into core.orders
with latest as (
    select sighting
    from used
    qualify row_number() over (
        partition by order_id
        order by
            updated_at desc nulls last, latest_at desc, source_file desc,
            customer_name is null and customer_email is null, source_row
    ) = 1
),
heads as (
    select used.* from used semi join latest using (sighting)
),
totals as (
    select order_id, sum(net) as net, sum(vat) as vat, sum(gross) as gross
    from core.order_lines
    group by order_id
)
select
    heads.order_id, heads.ordered_at, heads.happened_on, heads.invoice_number, heads.invoice_date, heads.customer_id,
    heads.customer_name, heads.customer_email, heads.customer_address, heads.customer_postcode, heads.customer_city,
    heads.customer_siren, heads.customer_vat_id, heads.country, heads.delivery_address, heads.delivery_postcode,
    heads.delivery_city, heads.delivery_country,
    known_by(heads.shipped_at, $time_zone, $as_of), local_day(known_by(heads.shipped_at, $time_zone, $as_of), $time_zone),
    known_by(heads.delivered_at, $time_zone, $as_of),
    local_day(known_by(heads.delivered_at, $time_zone, $as_of), $time_zone),
    heads.currency, heads.status, heads.channel, cast(totals.net as decimal(18, 2)),
    cast(totals.vat as decimal(18, 2)), cast(totals.gross as decimal(18, 2)), heads.updated_at, heads.source_file,
    heads.source_row
from heads
inner join totals using (order_id);
