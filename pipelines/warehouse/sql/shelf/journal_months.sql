-- One row per month that has entries.
select distinct month from journal order by month
