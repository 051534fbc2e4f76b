-- One row per hole in the coverage of orders that reaches into the period.
select first_day
from core.coverage_holes
where source = 'orders' and first_day <= $last_on and last_day >= $first_on
order by first_day
