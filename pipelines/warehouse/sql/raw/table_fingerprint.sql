-- One row: how many rows a table has, and the sum of what they hash to.
select count(*), coalesce(sum(cast(hash(*columns(*)) as hugeint)), 0) from query_table($table)
