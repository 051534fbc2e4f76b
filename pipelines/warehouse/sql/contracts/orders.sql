-- One row per row of core.orders from the files named, its amounts in whole cents.
select order_id, cast(cast(net as decimal(38, 2)) * 100 as bigint) as net_cents, cast(cast(vat as decimal(38, 2)) * 100 as bigint) as vat_cents, cast(cast(gross as decimal(38, 2)) * 100 as bigint) as gross_cents
from core.orders
where list_contains(cast($files as varchar[]), source_file)
