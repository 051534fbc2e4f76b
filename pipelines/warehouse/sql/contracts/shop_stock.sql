-- One row per row of core.shop_stock from the files named, its amounts in whole cents.
select sku, place, cast(as_of_at as varchar) as as_of_at, cast(cast(quantity as decimal(38, 3)) * 1000 as bigint) as quantity_thousandths
from core.shop_stock
where list_contains(cast($files as varchar[]), source_file)
