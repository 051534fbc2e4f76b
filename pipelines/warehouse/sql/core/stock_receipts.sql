-- One row per article received from a supplier.
insert into core.stock_receipts
select receipt_id, sku, place, received_at, happened_on, quantity, unit_cost, source_file, source_row from used;
