-- Two rows per month: journal debit = credit, in each entry and in all; credit notes and refunds posted = documents.
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
)

select
    months.month, 10, 'Journal : débit = crédit, par écriture et en tout', coalesce(totals.debit, 0), coalesce(totals.credit, 0),
    coalesce(totals.difference, 0), case when coalesce(totals.difference, 0) = 0 then 'ties' else 'differs' end, ''
from out.months as months
left join totals on totals.month = months.month
