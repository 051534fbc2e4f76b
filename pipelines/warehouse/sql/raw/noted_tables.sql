-- One row per table: what it held when the last passage ended.
select name, rows, fingerprint from raw.table_fingerprints order by name
