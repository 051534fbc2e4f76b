-- One row per credit note whose lines bear another VAT rate than the invoice's own lines.
insert into core.break_findings
with invoiced as (
    select
        order_id, line_type, coalesce(sku, '') as sku, min(vat_rate) as vat_rate, count(distinct vat_rate) as rates
    from core.order_lines
    group by order_id, line_type, coalesce(sku, '')
),
order_rates as (
    select
        order_id, min(vat_rate) as vat_rate, count(distinct vat_rate) as rates, list(distinct vat_rate) as known_rates
    from core.order_lines
    group by order_id
),
compared as (
    select
        lines.credit_note_number, lines.sku, lines.vat, lines.gross, lines.vat_rate,
        case
            when by_id.vat_rate is not null then by_id.vat_rate
            when invoiced.rates = 1 and lines.sku is not null then invoiced.vat_rate
            when list_contains(order_rates.known_rates, lines.vat_rate) then lines.vat_rate
            else order_rates.vat_rate
        end as invoiced_rate
    from core.credit_note_lines as lines
    inner join order_rates on order_rates.order_id = coalesce(lines.origin_order_id, lines.order_id)
    left join core.order_lines as by_id
        on by_id.order_id = coalesce(lines.origin_order_id, lines.order_id) and by_id.line_id = coalesce(lines.origin_line_id, lines.line_id)
    left join invoiced
        on invoiced.order_id = coalesce(lines.origin_order_id, lines.order_id)
        and invoiced.line_type = lines.line_type and invoiced.sku = coalesce(lines.sku, '')
),
differing as (
    select
        credit_note_number, if(count(distinct sku) = 1, min(sku), null) as sku,
        cast(sum(vat) as decimal(18, 2)) as vat,
        cast(sum(round(cast(gross * invoiced_rate as decimal(30, 6)) / cast(100 + invoiced_rate as decimal(10, 2)), 2)) as decimal(18, 2)) as invoiced_vat,
        string_agg(distinct replace(rtrim(rtrim(cast(invoiced_rate as varchar), '0'), '.'), '.', ','), core.say($language, ' et ', ' and ')) as invoiced_rates,
        string_agg(distinct replace(rtrim(rtrim(cast(vat_rate as varchar), '0'), '.'), '.', ','), core.say($language, ' et ', ' and ')) as rates
    from compared
    where vat_rate <> invoiced_rate
    group by credit_note_number
)
select
    'vat_differs', notes.credit_note_number, null, null, notes.order_id, differing.sku, null,
    cast(abs(differing.invoiced_vat - differing.vat) as decimal(18, 2)), notes.currency,
    cast(abs(differing.invoiced_vat - differing.vat) as decimal(18, 2)),
    core.say($language, 'TVA ', 'VAT ') || differing.invoiced_rates || core.say($language, ' % comme la facture', ' % as invoiced'),
    core.say($language, 'TVA ', 'VAT ') || differing.rates || ' %', notes.issued_on
from differing
inner join core.credit_notes as notes on notes.credit_note_number = differing.credit_note_number
left join core.orders as orders on orders.order_id = notes.order_id
where
    notes.state not in ('draft', 'cancelled')
    -- Between companies VAT may be left as it stands: a note « net de taxe » (CGI 272, law.md §1.3).
    and not (notes.vat = 0 and coalesce(orders.customer_siren, orders.customer_vat_id) is not null)
