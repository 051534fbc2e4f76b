-- One row per row of core.stock_counts from the files named, its amounts in whole cents.
select sku, place, cast(counted_at as varchar) as counted_at, cast(cast(quantity as decimal(38, 3)) * 1000 as bigint) as quantity_thousandths
from core.stock_counts
where list_contains(cast($files as varchar[]), source_file)
