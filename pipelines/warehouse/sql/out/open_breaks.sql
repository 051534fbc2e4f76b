-- One row per kind of break that is open: how many.
select kind, count(*) as breaks
from core.breaks
where status = 'open'
group by kind
order by kind
