-- One row per table that must not change from one passage to the next; what steps remember of their own work is left out.
with memories as (
    select unnest([
        'raw.inbox', 'raw.steps', 'raw.fingerprints', 'raw.contracted_files', 'raw.table_fingerprints', 'core.reconciled',
        'core.documents']) as table_name
)
select tables.schema_name || '.' || tables.table_name as name
from duckdb_tables() as tables
where
    tables.schema_name in ('raw', 'core', 'out') and not tables.temporary
    and tables.schema_name || '.' || tables.table_name not in (select memories.table_name from memories)
order by name
