-- One row per month controls were drawn up for, and the last day looked at.
select month, until from out.months order by month
