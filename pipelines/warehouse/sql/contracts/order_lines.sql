-- One row per row of core.order_lines from the files named, its amounts in whole cents.
select order_id, line_id, line_type, cast(cast(net as decimal(38, 2)) * 100 as bigint) as net_cents, cast(cast(vat as decimal(38, 2)) * 100 as bigint) as vat_cents, cast(cast(gross as decimal(38, 2)) * 100 as bigint) as gross_cents, cast(cast(quantity as decimal(38, 3)) * 1000 as bigint) as quantity_thousandths
from core.order_lines
where list_contains(cast($files as varchar[]), source_file)
