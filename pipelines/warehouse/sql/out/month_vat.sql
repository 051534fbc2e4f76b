-- One row per side, scheme, country, rate and quarter of the original supply: what the period's invoices and credit notes bear.
with eu as (
    select unnest([
        'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT',
        'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK', 'XI']) as country
),

lines as (
    select
        'credit_note' as side, notes.order_id, notes.currency, lines.vat_rate, lines.net, lines.vat,
        coalesce(lines.origin_invoice_date, orders.invoice_date, orders.ordered_on, notes.issued_on) as supplied_on
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
    left join core.orders as orders on orders.order_id = notes.order_id
    where counted.counted_on between $first_on and $last_on and notes.state <> 'draft' and lines.line_type <> 'gift_card'
        and (notes.state <> 'cancelled' or notes.credit_note_number in (select credit_note_number from core.counter_documents))
    union all
    select
        'credit_note', notes.order_id, notes.currency, lines.vat_rate, -lines.net, -lines.vat,
        coalesce(lines.origin_invoice_date, orders.invoice_date, orders.ordered_on, notes.issued_on)
    from core.counter_documents as counters
    inner join core.credit_notes as notes on notes.credit_note_number = counters.credit_note_number
    inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
    left join core.orders as orders on orders.order_id = notes.order_id
    where counters.issued_on between $first_on and $last_on and lines.line_type <> 'gift_card'
),

sides as (
    select
        lines.side, parties.country, coalesce(parties.is_one_stop_shop, false) as is_one_stop_shop, lines.currency, lines.vat_rate, lines.net, lines.vat,
        lines.supplied_on
    from lines
    left join core.order_parties as parties on parties.order_id = lines.order_id
    union all
    select
        'sale', country, is_one_stop_shop, currency, vat_rate, net, vat, cast(strptime(month || '-01', '%Y-%m-%d') as date)
    from out.sold_amounts
    where month between strftime($first_on, '%Y-%m') and strftime($last_on, '%Y-%m')
),

placed as (
    select
        sides.side, sides.currency, sides.vat_rate, sides.net, sides.vat, sides.supplied_on,
        coalesce(sides.country, $home) as country,
        case
            when sides.is_one_stop_shop and sides.vat_rate <> 0 then 'one_stop_shop'
            when sides.vat_rate <> 0 then 'domestic'
            when coalesce(sides.country, $home) = $home then 'exempt'
            when eu.country is not null then 'intra_eu'
            else 'export'
        end as scheme
    from sides
    left join eu on eu.country = sides.country
)

select
    side, scheme, country, vat_rate,
    strftime(supplied_on, '%Y') || '-T' || quarter(supplied_on) as supply_quarter, currency,
    cast(sum(net) as decimal(18, 2)) as net, cast(sum(vat) as decimal(18, 2)) as vat
from placed
group by all
order by all
