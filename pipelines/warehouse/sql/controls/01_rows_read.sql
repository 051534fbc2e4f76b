-- One row per month: of the files that speak for it, rows read against rows used, excluded and refused.
insert into out.controls
with files as (
    select
        months.month, files.name, files.rows_read, files.rows_used + files.rows_excluded + files.rows_rejected as rows_told
    from out.months as months
    inner join raw.files as files
        on coalesce(files.period_from, months.first_on) <= months.until and coalesce(files.period_to, months.until) >= months.first_on
),

totals as (
    select
        month, count(*) as files, sum(rows_read) as rows_read, sum(rows_told) as rows_told,
        sum(abs(rows_read - rows_told)) as difference, min(name) filter (where rows_read <> rows_told) as wrong
    from files
    group by month
)

select
    months.month, 1, 'Lignes lues = retenues + écartées + refusées', totals.rows_read, totals.rows_told, totals.difference,
    case when totals.month is null then 'not_observed' when totals.difference = 0 then 'ties' else 'differs' end,
    coalesce('d''abord ' || totals.wrong, totals.files || ' fichier(s)', 'aucun fichier lu')
from out.months as months
left join totals on totals.month = months.month
