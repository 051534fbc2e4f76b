-- One row: the last decision this edition knows.
select coalesce(max(sequence), 0)::bigint from decisions
