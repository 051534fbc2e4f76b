-- One row per credit note refunded in the month: days from notice to goods, goods to money, notice to money, and beyond the legal day.
with paid as (
    select credit_note_number, max(refunded_on) as refunded_on
    from core.allocations
    where status = 'confirmed'
    group by credit_note_number
)
select distinct
    paid.credit_note_number,
    date_diff('day', lines.notified_on, lines.received_on)::integer,
    date_diff('day', lines.received_on, paid.refunded_on)::integer,
    date_diff('day', lines.notified_on, paid.refunded_on)::integer,
    date_diff('day', clocks.due_on, paid.refunded_on)::integer
from paid
join out.returned_lines as lines using (credit_note_number)
left join core.refund_clocks as clocks on clocks.credit_note_number = paid.credit_note_number
where paid.refunded_on between $since and $until and lines.notified_on is not null
order by paid.credit_note_number, 2, 3, 4
