-- One row: how many rows of exports, and whole files, were ever refused.
select count(*) from raw.rejected_rows
