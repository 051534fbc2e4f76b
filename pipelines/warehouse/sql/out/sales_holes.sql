-- One row per hole in the coverage of orders that reaches into the period.
select holes.opened_on
from core.breaks as holes
where
    holes.kind = 'coverage_hole' and holes.provider is null and holes.opened_on <= $last_on
    and (starts_with(holes.expected, 'commandes') or starts_with(holes.expected, 'orders'))
    and not exists (
        select 1
        from core.coverage as coverage
        where coverage.source = 'orders' and coverage.day >= holes.opened_on and coverage.day < $first_on
    )
order by holes.opened_on
