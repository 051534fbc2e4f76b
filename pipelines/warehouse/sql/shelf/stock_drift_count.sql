-- One row: how many skus drift.
select count(*)::integer from drifting_stock
