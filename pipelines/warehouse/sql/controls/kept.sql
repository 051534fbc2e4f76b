-- One row per control total of every month.
select month, "number", name, "left", "right", difference, state, detail
from out.controls
order by month, "number", name
