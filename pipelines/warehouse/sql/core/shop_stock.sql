-- One row per article as the shop says it has it.
insert into core.shop_stock
select sku, place, as_of_at, happened_on, quantity, source_file, source_row from used;
