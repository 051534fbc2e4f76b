-- One row per posting of a sealed month that came late: booked on the first day of the next open month, its real date in words.
update core.postings
set
    booked_on = cast(sealed.last_on + interval 1 day as date),
    wording = wording || ' (opération du ' || strftime(booked_on, '%d/%m/%Y') || ')'
from (select max(last_on) as last_on from core.sealed_months) as sealed
where booked_on <= sealed.last_on
