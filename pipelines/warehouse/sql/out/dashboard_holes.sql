-- One row per hole in the coverage of a source that touches the month, as it is said.
select coalesce(expected, '')
from core.breaks
where kind = 'coverage_hole' and opened_on between $since and $until and status = 'open'
order by 1
