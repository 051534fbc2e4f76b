-- One row: how many rows of the kind a mapping gave, and how many of them read well.
select (select count(*) from mapped_rows), (select count(*) from taken_rows)
