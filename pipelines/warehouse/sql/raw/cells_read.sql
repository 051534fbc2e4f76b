-- One row: how many rows of the file fitted its header.
select count(*) from cells
