-- One row per sealed month the warehouse knows, and the hash it was read under.
select month, hash from core.sealed_months order by month
