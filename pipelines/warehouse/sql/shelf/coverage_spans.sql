-- One row per source: the first and last day it speaks of.
select source, name, min(day), max(day)
from coverage
group by source, name
order by source, name
