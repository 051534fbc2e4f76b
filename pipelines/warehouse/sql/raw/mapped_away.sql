-- No rows: what a mapping gave is held no longer than it is asked for.
drop table if exists mapped_rows;
