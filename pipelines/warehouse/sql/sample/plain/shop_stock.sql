-- One row per article and month's end, what the shop says it has, in the plain format, written to $path.
copy (
    select sku, 'principal' as place, sample.iso(seen_at) as as_of, quantity from sample.shop_stock order by seen_at, sku
) to $path (format csv, header);
