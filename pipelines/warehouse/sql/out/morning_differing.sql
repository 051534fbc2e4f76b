-- One row per control total of these months that does not tie.
select month, "number", name, difference, detail
from out.controls
where state = 'differs' and list_contains($months, month)
order by month, "number", name
