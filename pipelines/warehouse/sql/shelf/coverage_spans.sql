-- One row per source: the first and last day it speaks of, its last day first.
select source, name, min(day), max(day), sum(rows)::bigint
from coverage
group by source, name
order by source, name
