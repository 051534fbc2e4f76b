-- One row per article counted.
insert into core.stock_counts
select sku, place, counted_at, happened_on, quantity, unit_cost, source_file, source_row from used;
