-- One row per row of a file of which something is used: none yet.
create or replace temp table used_rows (source_file varchar, source_row bigint);
