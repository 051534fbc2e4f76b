-- One row per line of the month's credit notes, in the order they are printed.
select
    lines.credit_note_number, lines.line_type, coalesce(lines.sku, ''), lines.title, lines.quantity,
    lines.unit_price_net, lines.unit_price_gross, lines.vat_rate, lines.net, lines.vat, lines.gross
from core.credit_note_lines as lines
join core.credit_notes as notes using (credit_note_number)
where strftime(notes.issued_on, '%Y-%m') = $month
order by lines.credit_note_number, lines.line_number
