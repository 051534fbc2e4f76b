-- One row per row of core.payouts from the files named, its amounts in whole cents.
select provider, payout_id, cast(cast(amount as decimal(38, 2)) * 100 as bigint) as amount_cents
from core.payouts
where list_contains(cast($files as varchar[]), source_file)
