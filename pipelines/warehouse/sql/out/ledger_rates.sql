-- One row per credit note of the month and VAT rate.
select
    lines.credit_note_number, lines.vat_rate,
    cast(sum(lines.net) as decimal(18, 2)) as net, cast(sum(lines.vat) as decimal(18, 2)) as vat
from core.credit_note_lines as lines
inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
where notes.issued_on between $first and $until and notes.state <> 'draft'
group by lines.credit_note_number, lines.vat_rate
order by lines.credit_note_number, lines.vat_rate
