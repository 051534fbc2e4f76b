-- One row per month, currency and VAT rate, and one for headers against lines: credit notes gross = net + VAT.
insert into out.controls
with lines as (
    select
        months.month, notes.currency, lines.vat_rate, sum(lines.gross) as gross, sum(lines.net) + sum(lines.vat) as net_and_vat,
        sum(abs(lines.gross - lines.net - lines.vat)) as difference
    from core.credit_note_lines as lines
    inner join core.credit_notes as notes on notes.credit_note_number = lines.credit_note_number
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    inner join out.months as months on counted.counted_on between months.first_on and months.until
    where notes.state <> 'draft'
    group by months.month, notes.currency, lines.vat_rate
),

note_lines as (
    select credit_note_number, sum(gross) as gross from core.credit_note_lines group by credit_note_number
),

headers as (
    select
        months.month, sum(notes.gross) as gross, sum(coalesce(note_lines.gross, 0)) as of_lines,
        sum(abs(notes.gross - coalesce(note_lines.gross, 0)) + abs(notes.gross - notes.net - notes.vat)) as difference
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    inner join out.months as months on counted.counted_on between months.first_on and months.until
    left join note_lines on note_lines.credit_note_number = notes.credit_note_number
    where notes.state <> 'draft'
    group by months.month
)

select
    month, 2,
    'Avoirs TTC = HT + TVA à ' || replace(cast(vat_rate as varchar), '.', ',') || ' %'
    || case when currency <> $currency then ' (' || currency || ')' else '' end,
    gross, net_and_vat, difference, case when difference = 0 then 'ties' else 'differs' end, ''
from lines
union all
select
    months.month, 2, 'Avoirs : totaux = lignes', coalesce(headers.gross, 0), coalesce(headers.of_lines, 0),
    coalesce(headers.difference, 0),
    case
        when not exists (select 1 from core.credit_notes) then 'not_observed'
        when coalesce(headers.difference, 0) = 0 then 'ties'
        else 'differs'
    end, ''
from out.months as months
left join headers on headers.month = months.month
