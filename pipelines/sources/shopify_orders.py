"""Shopify's orders as CSV, in all its widths: one row per article, the order's own fields on its first row only.

Prices include tax when the total is subtotal and carriage alone. A rate is the one charged: the label's, where the tax it
gives is the tax charged; with two rates, the one way of laying them on the lines that gives both taxes; without a label,
that of all the tax. `Refunded Amount` has no date and no lines: refunds come from the transaction histories or the API.
"""

from pipelines.sources.source import Mapped, TableSource, optional, required

LINES = """
with articles as (
    select staged.*, row_number() over (partition by name order by source_row) as rank
    from staged
),
orders as (
    select name, source_row as first_row, currency, financial_status, paid_at, fulfilled_at, cancelled_at, email, id,
        created_at, billing_name, coalesce(billing_address1, billing_street) as billing_address1, billing_address2,
        billing_city, billing_zip, billing_country, coalesce(shipping_address1, shipping_street) as shipping_address1,
        shipping_address2, shipping_city, shipping_zip, shipping_country, shipping_method,
        try_cast(dot_amount(subtotal) as decimal(18, 2)) as subtotal, try_cast(dot_amount(shipping) as decimal(18, 2)) as shipping,
        try_cast(dot_amount(taxes) as decimal(18, 2)) as taxes, try_cast(dot_amount(total) as decimal(18, 2)) as total,
        [try_cast(dot_amount(value) as decimal(18, 2)) for value in
            [coalesce(tax_1_value, case when tax_1_name is null then taxes end), tax_2_value, tax_3_value, tax_4_value, tax_5_value]
            if coalesce(try_cast(dot_amount(value) as decimal(18, 2)), 0) > 0] as tax_values,
        [try_cast(replace(regexp_extract(label, '(\\d+(?:[.,]\\d+)?) ?%', 1), ',', '.') as decimal(5, 2))
            for label in [tax_1_name, tax_2_name, tax_3_name, tax_4_name, tax_5_name] if label is not null] as tax_rates
    from articles
    where rank = 1
),
priced as (
    select name, source_row, rank, lineitem_name, lineitem_sku, lineitem_quantity, lineitem_price, lineitem_taxable,
        cast(coalesce(try_cast(dot_amount(lineitem_price) as decimal(18, 2))
            * try_cast(lineitem_quantity as decimal(18, 3)), 0) as decimal(18, 2)) as whole,
        coalesce(try_cast(dot_amount(lineitem_discount) as decimal(18, 2)), 0) as own_discount
    from articles
    where lineitem_name is not null
),
sums as (
    select name, sum(whole) as whole, sum(own_discount) as own_discount, count(*) as lines
    from priced
    group by name
),
discounts as (
    select orders.*, sums.lines,
        case when sums.whole - sums.own_discount >= coalesce(subtotal, 0) then 1 else 0 end as keeps_own,
        greatest(cast(case when sums.whole - sums.own_discount >= coalesce(subtotal, 0) then sums.whole - sums.own_discount
            else sums.whole end - coalesce(subtotal, sums.whole - sums.own_discount) as decimal(18, 2)), 0) as shared,
        coalesce(taxes, 0) > 0 and total = subtotal + coalesce(shipping, 0) + taxes
            and total <> subtotal + coalesce(shipping, 0) as is_net
    from orders
    join sums using (name)
),
weighed as (
    select priced.*, discounts.shared, cast(own_discount * keeps_own as decimal(18, 2)) as kept_discount,
        cast((whole - own_discount * keeps_own) * 100 as hugeint) as cents,
        cast(discounts.shared * 100 as hugeint) as shared_cents
    from priced
    join discounts using (name)
),
cumulated as (
    select *, coalesce(sum(cents) over (partition by name order by rank), 0) as through,
        coalesce(sum(cents) over (partition by name order by rank rows between unbounded preceding and 1 preceding), 0) as before,
        sum(cents) over (partition by name) as all_cents
    from weighed
),
lines as (
    select name, source_row, rank, 'product' as line_type, lineitem_name as title, lineitem_sku as sku,
        lineitem_quantity as quantity, dot_amount(lineitem_price) as price, coalesce(lower(lineitem_taxable), 'true') <> 'false' as is_taxed,
        case when all_cents > 0 then kept_discount + cast(
            cast((2 * shared_cents * through + all_cents) // (2 * all_cents) - (2 * shared_cents * before + all_cents) // (2 * all_cents)
            as decimal(18, 0)) * 0.01 as decimal(18, 2)) else kept_discount end as discount,
        whole
    from cumulated
    union all
    select name, first_row, lines + 1, 'shipping', coalesce(shipping_method, 'shipping'), null, '1', cast(shipping as varchar), true, 0, shipping
    from discounts
    where shipping > 0
),
due as (
    select lines.*, cast(whole - discount as decimal(18, 2)) as amount, discounts.* exclude (name, lines, shipping_method, tax_values, tax_rates)
    from lines
    join discounts using (name)
),
bases as (
    select name, sum(amount) filter (where is_taxed) as base, count(*) as items
    from due
    group by name
),
taxed as (
    select discounts.name, is_net, tax_values, tax_rates, items, base, taxes,
        case
            when len(tax_values) = 0 then 0
            when len(tax_values) = 1 and tax_rates[1] is not null and not is_net
                and abs(base * tax_rates[1] - tax_values[1] * (100 + tax_rates[1])) <= items * (100 + tax_rates[1]) * 0.02
                then tax_rates[1]
            when is_net and list_sum(tax_rates) > 0
                and abs(base * list_sum(tax_rates) - list_sum(tax_values) * 100) <= items * 2
                then list_sum(tax_rates)
            when len(tax_values) = 1 and is_net and base > 0
                then cast(round(cast(tax_values[1] as double) * 100 / cast(base as double), 2) as decimal(5, 2))
            when len(tax_values) = 1 and base > tax_values[1]
                then cast(round(cast(tax_values[1] as double) * 100 / cast(base - tax_values[1] as double), 2) as decimal(5, 2))
        end as only_rate
    from discounts
    join bases using (name)
),
ways as (
    select name, unnest(range(cast(power(2, items) as bigint))) as way, tax_values, tax_rates, is_net
    from taxed
    where only_rate is null and len(tax_values) = 2 and tax_rates[2] is not null and items <= 12
),
laid as (
    select ways.name, way,
        abs(sum(amount * ways.tax_rates[1]) filter (where (way >> (rank - 1)) & 1 = 0)
            - any_value(ways.tax_values[1]) * (any_value(case when ways.is_net then 0 else ways.tax_rates[1] end) + 100)) as miss_1,
        abs(sum(amount * ways.tax_rates[2]) filter (where (way >> (rank - 1)) & 1 = 1)
            - any_value(ways.tax_values[2]) * (any_value(case when ways.is_net then 0 else ways.tax_rates[2] end) + 100)) as miss_2
    from ways
    join due using (name)
    group by ways.name, way
),
fitting as (
    select name, min(way) as way, count(*) as fits
    from laid
    where miss_1 <= 2.5 and miss_2 <= 2.5
    group by name
)
select due.* exclude (is_net), due.is_net, case
        when not is_taxed then 0
        when only_rate is not null then only_rate
        when fits = 1 and (way >> (rank - 1)) & 1 = 0 then taxed.tax_rates[1]
        when fits = 1 then taxed.tax_rates[2]
    end as rate
from due
join taxed using (name)
left join fitting using (name)
"""
ORDERS = """
select source_row, name as order_id, nullif(regexp_extract(id, '^\\d+$'), '') as order_alias, iso_instant(created_at, $time_zone) as ordered_at,
    coalesce(billing_name, email) as customer_name, email as customer_email,
    concat_ws(', ', billing_address1, billing_address2) as customer_address, ltrim(billing_zip, '''') as customer_postcode,
    billing_city as customer_city, coalesce(billing_country, shipping_country) as country,
    concat_ws(', ', shipping_address1, shipping_address2) as delivery_address, ltrim(shipping_zip, '''') as delivery_postcode,
    shipping_city as delivery_city, shipping_country as delivery_country, iso_instant(fulfilled_at, $time_zone) as shipped_at,
    currency_text(currency) as currency, case when cancelled_at is null then coalesce(financial_status, 'unknown') else 'cancelled' end as status,
    case line_type when 'shipping' then 'shipping' else cast(rank as varchar) end as line_id, line_type, sku, title, quantity,
    case when is_net then price end as unit_price_net, case when not is_net then price end as unit_price_gross,
    cast(rate as varchar) as vat_rate,
    case when is_net and discount > 0 then cast(discount as varchar) end as discount_net,
    case when not is_net and discount > 0 then cast(discount as varchar) end as discount_gross
from staged
where rate is not null
"""
STATES = """
select source_row, name as order_id, 'cancelled' as status, iso_instant(cancelled_at, $time_zone) as "at"
from staged
where line_type = 'product' and rank = 1 and cancelled_at is not null and rate is not null
"""
UNCLEAR = """
select distinct source_row, 'Tax 1 Name' as "column", name as "value", 'vat-rate-unclear' as code
from staged
where rate is null
"""
SOURCES = (
    TableSource(
        name="shopify_orders",
        headers=(
            *required("Name", "Financial Status", "Currency", "Subtotal", "Shipping", "Taxes", "Total", "Created at"),
            *required("Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku"),
            *optional("Email", "Paid at", "Fulfillment Status", "Fulfilled at", "Discount Code", "Discount Amount"),
            *optional(
                "Shipping Method", "Lineitem taxable", "Lineitem discount", "Lineitem requires shipping", "Vendor"
            ),
            *optional("Billing Name", "Billing Street", "Billing Address1", "Billing Address2", "Billing City"),
            *optional("Billing Zip", "Billing Country", "Shipping Name", "Shipping Street", "Shipping Address1"),
            *optional("Shipping Address2", "Shipping City", "Shipping Zip", "Shipping Country", "Cancelled at"),
            *optional("Payment Method", "Payment Reference", "Refunded Amount", "Id", "Notes", "Tags"),
            *optional(*(f"Tax {rank} {part}" for rank in range(1, 6) for part in ("Name", "Value"))),
        ),
        reshaped=LINES,
        mappings=(Mapped("orders", ORDERS), Mapped("order_states", STATES)),
        rejections=UNCLEAR,
    ),
)
