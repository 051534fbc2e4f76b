-- One row per row of core.returns from the files named, its amounts in whole cents.
select return_id
from core.returns
where list_contains(cast($files as varchar[]), source_file)
