-- One row: rows read, excluded and rejected of the file in hand.
with rejected as (
    select distinct source_row from faults
),
read_rows as (
    select count(distinct source_row) as rows from numbered
    union all
    select count(*) from rejected where source_row not in (select source_row from numbered)
)
select
    (select cast(sum(rows) as bigint) from read_rows),
    (select count(distinct source_row) from set_aside
    where source_row not in (from rejected) and source_row not in (select source_row from taken)),
    (select count(*) from rejected)
