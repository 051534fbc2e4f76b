-- One row per row of the kind that has something wrong.
create or replace temp table bad as from bad_rows;
