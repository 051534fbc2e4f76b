-- One row per open hole in what a source tells, as it is said.
select coalesce(expected, '')
from core.breaks
where kind = 'coverage_hole' and status = 'open'
order by opened_on, 1
