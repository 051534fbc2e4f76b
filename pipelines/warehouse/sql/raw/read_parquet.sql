-- One row per row of a Parquet file, every value as text, in its order.
create temp table cells as
select cast(columns(*) as varchar) from read_parquet($path);
