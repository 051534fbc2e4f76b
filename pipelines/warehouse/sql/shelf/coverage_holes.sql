-- One row per open hole in what a source tells: since when, and how it is said.
select opened_on, coalesce(expected, '')
from breaks
where kind = 'coverage_hole' and status = 'open'
order by opened_on, expected
