-- One row per consumer document and rate of the period, sales where asked: what e-reporting aggregates by day, category and rate (flux 10.3).
with documents as (
    select
        'credit_note' as document, notes.credit_note_number as "number", counted.counted_on as day, notes.order_id, notes.currency,
        lines.vat_rate, -lines.net as net, -lines.vat as vat
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
    where counted.counted_on between $first_on and $last_on and notes.state <> 'draft'
        and lines.line_type <> 'gift_card'
    union all
    select
        'credit_note', counters.counter_number, counters.issued_on, notes.order_id, notes.currency, lines.vat_rate, lines.net, lines.vat
    from core.counter_documents as counters
    inner join core.credit_notes as notes on notes.credit_note_number = counters.credit_note_number
    inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
    where counters.issued_on between $first_on and $last_on and lines.line_type <> 'gift_card'
    union all
    select
        'invoice', coalesce(nullif(orders.invoice_number, ''), orders.order_id), coalesce(orders.invoice_date, orders.ordered_on),
        orders.order_id, orders.currency, lines.vat_rate, lines.net, lines.vat
    from core.orders as orders
    inner join core.order_lines as lines on lines.order_id = orders.order_id
    where $with_sales and coalesce(orders.invoice_date, orders.ordered_on) between $first_on and $last_on and lines.line_type <> 'gift_card'
        and (orders.invoice_number is not null or not exists (select 1 from core.orders as any_order where any_order.invoice_number is not null))
),

consumers as (
    select
        documents.document, documents."number", documents.day, documents.currency,
        case when documents.vat_rate = 0 or coalesce(parties.is_one_stop_shop, false) then 'TNT1' else 'TLB1' end as category,
        case when coalesce(parties.is_one_stop_shop, false) then cast(0 as decimal(5, 2)) else documents.vat_rate end as vat_rate,
        documents.net,
        case when coalesce(parties.is_one_stop_shop, false) then cast(0 as decimal(18, 2)) else documents.vat end as vat
    from documents
    left join core.orders as orders on orders.order_id = documents.order_id
    left join core.order_parties as parties on parties.order_id = documents.order_id
    where coalesce(orders.customer_siren, '') = '' and coalesce(orders.customer_vat_id, '') = ''
)

select
    day, currency, category, vat_rate, document, "number", cast(sum(net) as decimal(18, 2)) as net,
    cast(sum(vat) as decimal(18, 2)) as vat
from consumers
group by all
order by all
