-- One row per row of core.return_lines from the files named, its amounts in whole cents.
select return_id, line_number, reason_code, condition, disposition, cast(cast(quantity as decimal(38, 3)) * 1000 as bigint) as quantity_thousandths
from core.return_lines
where list_contains(cast($files as varchar[]), source_file)
