-- One row per row of core.refunds from the files named, its amounts in whole cents.
select provider, refund_id, type, status, cast(cast(gross as decimal(38, 2)) * 100 as bigint) as gross_cents
from core.refunds
where list_contains(cast($files as varchar[]), source_file)
