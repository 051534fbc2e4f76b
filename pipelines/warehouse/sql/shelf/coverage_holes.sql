-- One row per open hole in what a source tells: from which day to which, and how it is said.
select holes.source, holes.name, holes.first_day, holes.last_day, holes.said
from coverage_holes as holes
where holes.said in (select breaks.expected from breaks where breaks.kind = 'coverage_hole' and breaks.status = 'open')
order by holes.first_day, holes.said
