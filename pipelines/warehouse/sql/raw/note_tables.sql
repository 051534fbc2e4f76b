-- One row per table, replaced: what each held when the last passage ended.
insert or replace into raw.table_fingerprints
select told.name, told.rows, told.fingerprint
from (
    select unnest(cast($tables as struct(name varchar, rows bigint, fingerprint varchar)[]), recursive := true)
) as told
