-- One row per row of core.bank_lines from the files named, its amounts in whole cents.
select account, line_id, cast(cast(amount as decimal(38, 2)) * 100 as bigint) as amount_cents
from core.bank_lines
where list_contains(cast($files as varchar[]), source_file)
