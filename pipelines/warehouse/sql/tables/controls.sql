-- One row per control total of the month.
copy (
    select month, "number", name, "left", "right", difference, state, detail
    from out.controls
    where month = $month
    order by all
) to $path (format parquet, compression zstd)
