-- One row per kind that rows of the file in hand were taken as.
select distinct kind from taken order by 1
