-- One row per country of delivery, VAT rate and quarter of the original supply: VAT given back by the month's credit notes.
select
    coalesce(orders.delivery_country, orders.country, $country) as country, lines.vat_rate,
    strftime(lines.origin_invoice_date, '%Y') || '-T' || quarter(lines.origin_invoice_date) as supply_quarter, notes.currency,
    count(distinct notes.credit_note_number) as credit_notes, cast(sum(lines.net) as decimal(18, 2)) as net,
    cast(sum(lines.vat) as decimal(18, 2)) as vat, cast(sum(lines.gross) as decimal(18, 2)) as gross
from core.credit_note_lines as lines
inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
left join core.orders as orders on orders.order_id = notes.order_id
where notes.issued_on between $first and $until and notes.state <> 'draft'
group by all
order by country, lines.vat_rate desc, supply_quarter, notes.currency
