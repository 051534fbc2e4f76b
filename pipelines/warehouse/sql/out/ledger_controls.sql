-- One row per control total of the month, then one per sealed month that today's files tell otherwise.
select "number", name, "left", "right", difference, state, detail
from out.controls
where month = $month
union all
select
    11, 'Différences sur mois scellés : ' || month, cast(count(*) as decimal(18, 2)), cast(0 as decimal(18, 2)),
    cast(count(*) as decimal(18, 2)), 'differs',
    string_agg(
        case document
            when 'credit_note' then 'avoir '
            when 'refund' then 'remboursement '
            when 'entry' then 'écriture '
            else document || ' '
        end || id
        || case kind when 'late' then ' (arrivé après)' when 'deleted' then ' (disparu)' else ' (changé)' end,
        ', ' order by document, id, kind)
from core.sealed_differences
group by month
order by "number", name
