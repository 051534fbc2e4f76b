-- One row per source and day of the days asked for: how many rows it told. Days without any are not there.
select source, name, day, rows
from coverage
where day between $since and $until
order by source, name, day
