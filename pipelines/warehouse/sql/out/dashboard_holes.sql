-- One row per hole in the coverage of a source that touches the month, as it is said.
select holes.said
from core.coverage_holes as holes
semi join core.breaks as breaks on breaks.kind = 'coverage_hole' and breaks.status = 'open' and breaks.expected = holes.said
where holes.first_day <= $until and holes.last_day >= $since
order by holes.first_day, holes.said
