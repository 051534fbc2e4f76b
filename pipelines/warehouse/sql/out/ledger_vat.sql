-- One row per country of delivery, VAT rate and quarter of the original supply: VAT given back by the month's credit notes, less
-- what documents that undo one take back.
with documents as (
    select notes.credit_note_number as "number", notes.credit_note_number, notes.order_id, notes.currency, 1 as sign
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    where counted.counted_on between $first and $until and notes.state <> 'draft'
    union all
    select counters.counter_number, notes.credit_note_number, notes.order_id, notes.currency, -1
    from core.counter_documents as counters
    inner join core.credit_notes as notes on notes.credit_note_number = counters.credit_note_number
    where counters.issued_on between $first and $until
)
select
    coalesce(orders.delivery_country, orders.country, $country) as country, lines.vat_rate,
    strftime(lines.origin_invoice_date, '%Y') || '-T' || quarter(lines.origin_invoice_date) as supply_quarter, documents.currency,
    count(distinct documents."number") as credit_notes, cast(sum(documents.sign * lines.net) as decimal(18, 2)) as net,
    cast(sum(documents.sign * lines.vat) as decimal(18, 2)) as vat, cast(sum(documents.sign * lines.gross) as decimal(18, 2)) as gross
from documents
inner join core.credit_note_lines as lines on lines.credit_note_number = documents.credit_note_number
left join core.orders as orders on orders.order_id = documents.order_id
group by all
order by country, lines.vat_rate desc, supply_quarter, documents.currency
