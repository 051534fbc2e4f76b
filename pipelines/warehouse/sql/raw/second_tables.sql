-- One row per line of the file on which another table starts.
update faults set code = 'second-table' where list_contains(cast($lines as bigint[]), source_row);
