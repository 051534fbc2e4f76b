-- One row per credit note of the month and VAT rate, and per document that undoes one, negative.
select
    lines.credit_note_number, lines.vat_rate,
    cast(sum(lines.net) as decimal(18, 2)) as net, cast(sum(lines.vat) as decimal(18, 2)) as vat
from core.credit_note_lines as lines
inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
where counted.counted_on between $first and $until and notes.state <> 'draft'
group by lines.credit_note_number, lines.vat_rate
union all
select counters.counter_number, lines.vat_rate, cast(-sum(lines.net) as decimal(18, 2)), cast(-sum(lines.vat) as decimal(18, 2))
from core.counter_documents as counters
inner join core.credit_note_lines as lines on lines.credit_note_number = counters.credit_note_number
where counters.issued_on between $first and $until
group by counters.counter_number, lines.vat_rate
order by 1, 2
