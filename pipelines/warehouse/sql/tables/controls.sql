-- One row per control total of the month.
select month, "number", name, "left", "right", difference, state, detail
from out.controls
where month = $month
