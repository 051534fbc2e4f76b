-- One row per credit note issued after the financial year on a sale before its end (4198), and per store credit still owed (4197).
with paid as (
    select credit_note_number, sum(amount) as amount from core.allocations where status = 'confirmed' group by credit_note_number
)

select
    '4198' as account, notes.credit_note_number, notes.issued_on,
    min(coalesce(lines.origin_invoice_date, orders.invoice_date, orders.ordered_on)) as sold_on,
    notes.currency, cast(sum(lines.net) as decimal(18, 2)) as net, cast(sum(lines.vat) as decimal(18, 2)) as vat,
    cast(sum(lines.gross) as decimal(18, 2)) as gross, cast(notes.issued_on - cast($last_on as date) as integer) as days
from core.credit_notes as notes
inner join core.credit_note_lines as lines on lines.credit_note_number = notes.credit_note_number
left join core.orders as orders on orders.order_id = notes.order_id
where notes.issued_on > $last_on and notes.state not in ('draft', 'cancelled')
    and coalesce(lines.origin_invoice_date, orders.invoice_date, orders.ordered_on) <= $last_on
group by notes.credit_note_number, notes.issued_on, notes.currency
union all
select
    '4197', notes.credit_note_number, notes.issued_on, notes.issued_on, notes.currency, notes.net, notes.vat,
    cast(notes.gross - coalesce(paid.amount, 0) as decimal(18, 2)), cast(cast($last_on as date) - notes.issued_on as integer)
from core.credit_notes as notes
left join paid on paid.credit_note_number = notes.credit_note_number
where notes.settlement = 'store_credit' and notes.issued_on <= $last_on and notes.state not in ('draft', 'cancelled')
    and notes.gross > coalesce(paid.amount, 0)
order by 1, 3, 2
