-- One row per cell, line or fault of the file being read: empty places for the next one.
drop view if exists numbered;
drop view if exists lines;
drop view if exists staged;
drop table if exists cells;
drop table if exists reshaped;
drop table if exists line_numbers;
drop table if exists reject_errors;
drop table if exists reject_scans;
create or replace temp table faults (
    source_row bigint, kind varchar, "column" varchar, "value" varchar, code varchar, expected varchar, found varchar
);
create or replace temp table set_aside (source_row bigint, reason varchar);
create or replace temp table above (line bigint, words varchar);
create or replace temp table printed_totals (
    source_row bigint, name varchar, currency varchar, stated varchar, found varchar, account varchar, as_of varchar
);
create or replace temp table taken (source_row bigint, kind varchar);
