-- Journal debit = credit, in each entry and in all, per month; credit notes posted, less those undone = credit notes, per month and currency.
insert into out.controls
with entries as (
    select month, entry_id, sum("Debit") as debit, sum("Credit") as credit
    from core.journal
    group by month, entry_id
),

totals as (
    select month, sum(debit) as debit, sum(credit) as credit, sum(abs(debit - credit)) as difference
    from entries
    group by month
),

notes as (
    select
        strftime(counted.counted_on, '%Y-%m') as month, notes.credit_note_number, notes.currency, notes.gross, rates.currency as rated
    from core.credit_notes as notes
    inner join out.counted_notes as counted on counted.credit_note_number = notes.credit_note_number
    left join core.exchange_rates as rates on rates.currency = notes.currency
    where notes.state <> 'draft'
        and (notes.state <> 'cancelled' or notes.credit_note_number in (select credit_note_number from core.counter_documents))
    union all
    select
        strftime(counters.issued_on, '%Y-%m'), counters.counter_number, counters.currency, -counters.gross, rates.currency
    from core.counter_documents as counters
    left join core.exchange_rates as rates on rates.currency = counters.currency
),

owed as (
    select
        "PieceRef" as credit_note_number, sum("Credit" - "Debit") as amount,
        sum(case when "Credit" >= "Debit" then "Montantdevise" else -"Montantdevise" end) as currency_amount
    from core.journal
    where split_part(entry_id, ':', 1) in ('credit_note', 'counter_document') and starts_with(coalesce(item, ''), 'note|')
    group by "PieceRef"
),

posted as (
    select
        notes.month, notes.currency, count(notes.rated) as rated, sum(notes.gross) as gross,
        sum(coalesce(case when notes.currency = $currency then owed.amount else owed.currency_amount end, 0)) as amount,
        sum(abs(notes.gross - coalesce(case when notes.currency = $currency then owed.amount else owed.currency_amount end, 0)))
            as difference
    from notes
    left join owed on owed.credit_note_number = notes.credit_note_number
    where notes.gross <> 0
    group by notes.month, notes.currency
)

select
    months.month, 10, 'Journal : débit = crédit, par écriture et en tout', coalesce(totals.debit, 0), coalesce(totals.credit, 0),
    coalesce(totals.difference, 0), case when coalesce(totals.difference, 0) = 0 then 'ties' else 'differs' end, ''
from out.months as months
left join totals on totals.month = months.month
union all
select
    month, 10, 'Avoirs comptabilisés = avoirs' || case when currency <> $currency then ' (' || currency || ')' else '' end, gross,
    case when rated > 0 then amount end, case when rated > 0 then difference end,
    case when rated = 0 then 'not_observed' when difference = 0 then 'ties' else 'differs' end,
    case when rated = 0 then 'aucun cours de change : [books] exchange_rates' else '' end
from posted
where $notes_are_posted and month in (select months.month from out.months as months)
