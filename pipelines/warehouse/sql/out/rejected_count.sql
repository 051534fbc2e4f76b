-- One row: how many rows of exports were ever refused.
select count(*) from raw.rejected_rows
