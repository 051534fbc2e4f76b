-- One row per credit note refunded in the month: days from the customer's notice to the goods and to the money.
with paid as (
    select credit_note_number, max(refunded_on) as refunded_on
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
)
select distinct
    paid.credit_note_number,
    date_diff('day', lines.notified_on, lines.received_on)::integer,
    date_diff('day', lines.notified_on, paid.refunded_on)::integer
from paid
join out.returned_lines as lines using (credit_note_number)
where paid.refunded_on between $since and $until and lines.notified_on is not null
order by paid.credit_note_number, 2, 3
