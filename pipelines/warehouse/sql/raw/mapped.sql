-- One row per row that a mapping gives, its cells as text: worked out once, and asked of several times.
create or replace temp table mapped_rows as from mapped_cells;
