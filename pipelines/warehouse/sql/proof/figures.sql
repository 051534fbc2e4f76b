-- One row per kind of break: how many stand open.
select kind, count(*) as breaks
from core.breaks
where status = 'open'
group by kind
order by kind
