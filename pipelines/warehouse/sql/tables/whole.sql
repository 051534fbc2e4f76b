-- One row per row of a table, written in one order whatever the order of loading.
copy (from query_table($table) order by all) to $path (format parquet, compression zstd)
