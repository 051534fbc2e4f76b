-- One row per article written off.
insert into core.stock_writeoffs
select sku, place, written_off_at, happened_on, quantity, reason, document, source_file, source_row from used;
