-- One row: how many files do not have their rows read = used + excluded + rejected.
select count(*)
from raw.files
where rows_read <> rows_used + rows_excluded + rows_rejected
