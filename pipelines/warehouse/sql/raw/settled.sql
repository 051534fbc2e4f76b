-- One row: rows read, excluded and rejected of the file in hand.
with rejected as (
    select distinct source_row from faults
),
read_rows as (
    select count(distinct source_row) as rows from numbered
    union all
    select count(*) from rejected anti join numbered using (source_row)
)
select
    (select cast(sum(rows) as bigint) from read_rows),
    (select count(distinct source_row) from set_aside anti join rejected using (source_row) anti join taken using (source_row)),
    (select count(*) from rejected)
