-- One row: how many rows of the kind have something wrong.
create or replace temp table bad as from bad_rows;
select count(*) from bad
