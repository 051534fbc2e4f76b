-- One row per sku, place and day of the month with a move.
copy (
    select sku, place, day, quantity, unit_cost, value, shop_quantity, drift
    from core.stock_positions
    where day between cast($month || '-01' as date) and last_day(cast($month || '-01' as date))
    order by all
) to $path (format parquet, compression zstd)
