-- One row per table people read, working tables left out; a table of `out` comes after the one of `core` it hides.
with working as (
    select unnest([
        'break_findings', 'break_closings', 'reconciled', 'stock_costs', 'stock_changes', 'postings', 'item_groups', 'order_parties', 'documents',
        'late_documents', 'sealed_kinds', 'sealed_lines', 'sealed_postings', 'sealed_documents', 'sealed_differences',
        'sealed_recap_details',
        'counted_notes', 'counted_refunds', 'sold_amounts', 'sold_articles', 'months']) as table_name
)
select tables.schema_name, tables.table_name
from duckdb_tables() as tables
where tables.schema_name in ('core', 'out') and tables.table_name not in (select working.table_name from working)
order by tables.schema_name, tables.table_name
