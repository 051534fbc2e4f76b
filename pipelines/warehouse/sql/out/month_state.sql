-- One row when the month has begun to close: its state.
select state
from core.periods
where month = $month
