-- No row is left of a file that is refused after all.
delete from raw.orders where source_file = $source_file;
delete from raw.order_states where source_file = $source_file;
delete from raw.payments where source_file = $source_file;
delete from raw.returns where source_file = $source_file;
delete from raw.credit_notes where source_file = $source_file;
delete from raw.refunds where source_file = $source_file;
delete from raw.payouts where source_file = $source_file;
delete from raw.provider_balances where source_file = $source_file;
delete from raw.bank where source_file = $source_file;
delete from raw.stock_counts where source_file = $source_file;
delete from raw.stock_receipts where source_file = $source_file;
delete from raw.shop_stock where source_file = $source_file;
delete from raw.stock_writeoffs where source_file = $source_file;
delete from raw.opening_balances where source_file = $source_file;
delete from raw.opening_numbers where source_file = $source_file;
