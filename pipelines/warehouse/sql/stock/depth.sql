-- One row: how many entries the longest history of what is touched has.
select coalesce(max(entry), 0) from entries
