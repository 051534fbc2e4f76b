-- One row per article counted, in the plain format, written to $path.
copy (
    select sku, 'principal' as place, sample.iso(counted_at) as counted_at, quantity, unit_cost from sample.stock_counts order by sku
) to $path (format csv, header);
