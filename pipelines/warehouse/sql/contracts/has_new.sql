-- One row if a table has rows of the files named.
select true from query_table($table) where list_contains(cast($files as varchar[]), source_file) limit 1
