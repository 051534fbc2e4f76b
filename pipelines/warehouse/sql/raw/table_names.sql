-- One row per table people read; a table of `out` comes after the one of `core` it hides.
select schema_name, table_name
from duckdb_tables()
where schema_name in ('core', 'out')
order by schema_name, table_name
