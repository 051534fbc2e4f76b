-- One row per credit note of the month: what it corrects, what it is worth, what was paid back by the last day looked at. One row
-- more, negative, per document that undoes one: the month's rows add up to what its entries and its VAT are made of.
with paid as (
    select
        credit_note_number,
        coalesce(sum(amount) filter (where refunded_on <= $until), 0) as amount,
        max(refunded_on) filter (where refunded_on > $until) as settled_on
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
),
kept as (
    select credit_note_number, sum(amount) as amount
    from core.residuals
    where settled_on <= $until
    group by credit_note_number
)
select
    notes.credit_note_number, notes.issued_on, notes.origin_invoices, notes.order_id,
    case when orders.order_id is not null then pseudonym($siren, orders.customer_id, orders.customer_email, orders.order_id) end as customer,
    coalesce(orders.delivery_country, orders.country) as country,
    notes.nature, notes.reason_code, notes.settlement, notes.currency, notes.net, notes.vat, notes.gross,
    cast(coalesce(paid.amount, 0) as decimal(18, 2)) as refunded,
    cast(coalesce(kept.amount, 0) as decimal(18, 2)) as kept, paid.settled_on, notes.state, notes.numbered_by
from core.credit_notes as notes
inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
left join core.orders as orders on orders.order_id = notes.order_id
left join paid on paid.credit_note_number = notes.credit_note_number
left join kept on kept.credit_note_number = notes.credit_note_number
where counted.counted_on between $first and $until and notes.state <> 'draft'
union all
select
    counters.counter_number, counters.issued_on, [{'number': notes.credit_note_number, 'issued_on': notes.issued_on}], notes.order_id,
    case when orders.order_id is not null then pseudonym($siren, orders.customer_id, orders.customer_email, orders.order_id) end,
    coalesce(orders.delivery_country, orders.country), 'counter_document', counters.reason, 'none', counters.currency, -counters.net,
    -counters.vat, -counters.gross, 0, 0, null, 'settled', 'lettrage'
from core.counter_documents as counters
inner join core.credit_notes as notes on notes.credit_note_number = counters.credit_note_number
left join core.orders as orders on orders.order_id = notes.order_id
where counters.issued_on between $first and $until
order by 2, 1
