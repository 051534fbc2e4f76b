-- One row replaced: what a table held when the last passage ended.
insert or replace into raw.table_fingerprints values ($name, $rows, $fingerprint)
