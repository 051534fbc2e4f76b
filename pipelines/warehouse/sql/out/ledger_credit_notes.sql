-- One row per credit note issued in the month: what it corrects, what it is worth, what was paid back by the last day looked at.
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
    'C-' || upper(left(sha256(coalesce(orders.customer_id, orders.customer_email)), 8)) as customer,
    coalesce(orders.delivery_country, orders.country) as country,
    notes.nature, notes.reason_code, notes.settlement, notes.currency, notes.net, notes.vat, notes.gross,
    cast(coalesce(paid.amount, 0) as decimal(18, 2)) as refunded,
    cast(coalesce(kept.amount, 0) as decimal(18, 2)) as kept, paid.settled_on, notes.state, notes.numbered_by
from core.credit_notes as notes
left join core.orders as orders on orders.order_id = notes.order_id
left join paid on paid.credit_note_number = notes.credit_note_number
left join kept on kept.credit_note_number = notes.credit_note_number
where notes.issued_on between $first and $until and notes.state <> 'draft'
order by notes.issued_on, notes.credit_note_number
